"""What people type, understood: needs by coordinators, answers by members. Plain functions."""
