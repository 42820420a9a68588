"""Terkha: the desktop application."""
