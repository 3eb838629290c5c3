"""What the station keeps: inspections, judgments and panels of a workspace."""
