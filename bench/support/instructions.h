// SPDX-License-Identifier: Apache-2.0
// instructions.h — counts the instructions of a part of a program that runs under `valgrind --tool=callgrind
// --instr-atstart=no`. Callgrind writes a file for each part; the part's name is in it.
//
// Threads:  the program has one.
#ifndef SIGNPOST_BENCH_SUPPORT_INSTRUCTIONS_H_
#define SIGNPOST_BENCH_SUPPORT_INSTRUCTIONS_H_

#include <string>

namespace bench {

// False outside of callgrind, or when this build did not find its header; the functions below then do nothing.
bool CanCountInstructions();

// Before it a program runs under callgrind at a tenth of its speed, then at a fiftieth.
void StartInstrumentation();

void CountInstructionsFromHere();

// Writes what was counted since CountInstructionsFromHere under `name`.
void WriteInstructions(const std::string& name);

}  // namespace bench

#endif  // SIGNPOST_BENCH_SUPPORT_INSTRUCTIONS_H_
