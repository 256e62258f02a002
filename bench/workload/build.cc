// SPDX-License-Identifier: Apache-2.0
#include <sys/resource.h>

#include <cstdint>
#include <filesystem>
#include <ostream>

#include "commands.h"
#include "process.h"
#include "rows.h"
#include "searching.h"

namespace bench {
namespace {

// Of all threads of this process so far.
double CpuSeconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}  // namespace

void RunBuild(const BuildOptions& options, std::ostream& out) {
  const double start = CpuSeconds();
  signpost::IndexBuilder builder = Value(signpost::IndexBuilder::Create({.language = "en"}));
  PassageReader reader(options.passages);
  std::int64_t passages = 0;
  std::int64_t text_bytes = 0;
  for (Passage passage; reader.Next(passage); ++passages) {
    text_bytes += static_cast<std::int64_t>(passage.title.size() + passage.body.size());
    Check(builder.Add(DocumentOf(std::move(passage))));
  }
  const signpost::Index index = Value(std::move(builder).Build());
  Check(index.Save(options.index));
  const double seconds = CpuSeconds() - start;
  const signpost::IndexStats stats = index.Stats();
  const double text_mb = 1e-6 * static_cast<double>(text_bytes);
  Rows rows({"passages", "text_mb", "tokens", "terms", "build_cpu_s", "build_mb_per_s", "build_peak_mb", "file_mb"});
  rows.Add({passages, text_mb, static_cast<std::int64_t>(stats.tokens), static_cast<std::int64_t>(stats.terms), seconds,
            text_mb / seconds, 1e-6 * static_cast<double>(PeakResidentBytes()),
            1e-6 * static_cast<double>(std::filesystem::file_size(options.index))});
  out << rows.Print(options.json);
}

}  // namespace bench
