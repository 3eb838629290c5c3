"""The main window with its bar, application dialogs and commands."""
