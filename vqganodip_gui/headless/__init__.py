"""The same work without a screen: report, tables and screenshots."""
