// SPDX-License-Identifier: Apache-2.0
#include "instructions.h"

#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else
#define RUNNING_ON_VALGRIND 0
#define CALLGRIND_START_INSTRUMENTATION
#define CALLGRIND_ZERO_STATS
#define CALLGRIND_DUMP_STATS_AT(name) static_cast<void>(name)
#endif

namespace bench {

bool CanCountInstructions() { return RUNNING_ON_VALGRIND != 0; }

void StartInstrumentation() { CALLGRIND_START_INSTRUMENTATION; }

void CountInstructionsFromHere() { CALLGRIND_ZERO_STATS; }

void WriteInstructions(const std::string& name) { CALLGRIND_DUMP_STATS_AT(name.c_str()); }

}  // namespace bench
