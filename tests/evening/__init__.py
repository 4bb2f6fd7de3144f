"""One evening played through as one story on each platform: a newsletter on its way, a heatwave
alert to everyone, a call for staff, a meeting of the cell, the all-clear, the log."""
