// SPDX-License-Identifier: Apache-2.0
// engines.h — the engines by name: those linked into this program, and those that node runs.
#ifndef SIGNPOST_BENCH_PEERS_ENGINES_H_
#define SIGNPOST_BENCH_PEERS_ENGINES_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine.h"

namespace peers {

inline constexpr std::string_view kOurs = "signpost";

std::unique_ptr<Engine> MakeSignpost();
std::unique_ptr<Engine> MakeXapian();
std::unique_ptr<Engine> MakeFts5();
std::unique_ptr<Engine> MakeLucene();

// Returns a linked engine; null when there is none of this name.
std::unique_ptr<Engine> MakeEngine(std::string_view name);

// Every engine that this build can race, Signpost first.
std::vector<std::string> EngineNames();

}  // namespace peers

#endif  // SIGNPOST_BENCH_PEERS_ENGINES_H_
