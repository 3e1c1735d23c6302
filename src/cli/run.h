// The whole run of the program: reads the command line, carries the command out, tells what went wrong.
#pragma once

namespace plumb::cli {

// The exit code of the program, one of those of exit_code.h.
int run(int argc, char** argv);

}  // namespace plumb::cli
