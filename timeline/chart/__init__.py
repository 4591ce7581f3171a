"""Rows of one window in, a Plotly figure out. Pure: no Django, network or clock."""
