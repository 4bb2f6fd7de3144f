"""import"""
import typer
app = typer.Typer(help="Bring in what others keep.", no_args_is_help=True)

@app.callback()
def importing() -> None: ...
