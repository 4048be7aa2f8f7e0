# Spasm Map. `make run` opens the program, `make test` checks everything; each sets up what it needs.
#
#   make run ARGS="advise --help"     arguments for the program
#   make test ARGS="-k ranking"       arguments for pytest
#   make PYTHON=/path/to/python3 run  which Python to build .venv with (3.11 or newer)

ARGS ?=
PYTHON ?=
export PYTHON

venv := .venv/bin/python

.PHONY: run test check tour dist app bench pictures translations setup requirements clean

# exec, so that Ctrl+C and SIGTERM reach the program itself and it can end cleanly.
run:
	@tools/system_libraries.sh run
	@tools/set_up.sh run
	@$(venv) -m spasm_gui.reading.compiled content build/library.json
	@exec $(venv) -m spasm_gui $(ARGS)

test: setup
	@exec tools/run_tests.sh $(ARGS)

# The content alone: its errors with file and line, and its proof card.
check:
	@tools/set_up.sh run
	@exec $(venv) -m spasm_gui check $(ARGS)

tour:
	@tools/system_libraries.sh run
	@tools/set_up.sh run
	@exec $(venv) -m spasm_gui tour $(ARGS)

# How fast and how large it is, as ratios from one run; quiet machines only. ARGS="--quick" takes a tenth of the time.
bench: setup
	@exec $(venv) -m bench $(ARGS)

# Renders the pictures in assets/ anew from the drawings.
pictures:
	@tools/system_libraries.sh run
	@tools/set_up.sh run
	@exec $(venv) -m spasm_gui.drawing.build $(ARGS)

# Brings the Qt Linguist files of the interface up to date and compiles them. ARGS="--begin xx" begins a language.
translations: setup
	@exec $(venv) -m spasm_gui.authoring.interface_translation $(ARGS)

# The wheel and the source archive, in dist/: built twice, compared, and tried in a fresh environment.
dist: setup
	@exec tools/make_dist.sh

# A folder that runs without an installed Python, in dist/spasm-map/.
app: setup
	@exec tools/make_app.sh

# All that working on the program needs, without running anything.
setup:
	@tools/system_libraries.sh test
	@tools/set_up.sh dev

# Pins anew what pyproject.toml asks for. ARGS=--upgrade takes the newest releases it allows.
requirements:
	@tools/pin_requirements.sh $(ARGS)

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find spasm_gui tests -name __pycache__ -type d -prune -exec rm -rf {} +
