// SPDX-License-Identifier: Apache-2.0
#include "engines.h"

namespace peers {
namespace {

struct Entry {
  std::string_view name;
  std::unique_ptr<Engine> (*make)();
};

constexpr Entry kLinked[] = {
    {kOurs, &MakeSignpost},
#ifdef SIGNPOST_PEERS_XAPIAN
    {"xapian", &MakeXapian},
#endif
#ifdef SIGNPOST_PEERS_FTS5
    {"fts5", &MakeFts5},
#endif
#ifdef SIGNPOST_PEERS_LUCENE
    {"lucene++", &MakeLucene},
#endif
};

}  // namespace

std::unique_ptr<Engine> MakeEngine(std::string_view name) {
  for (const Entry& entry : kLinked) {
    if (entry.name == name) return entry.make();
  }
  return nullptr;
}

std::vector<std::string> EngineNames() {
  std::vector<std::string> names;
  for (const Entry& entry : kLinked) names.emplace_back(entry.name);
  names.insert(names.end(), {"minisearch", "flexsearch", "orama"});
  return names;
}

}  // namespace peers
