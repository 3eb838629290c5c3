"""Judgments as CSV, JSON Lines and IPC-CFX; verification of exported files."""
