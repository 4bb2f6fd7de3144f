"""What a newsletter is made of, when it may leave, who may be asked: plain functions."""
