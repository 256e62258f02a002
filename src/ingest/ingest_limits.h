// SPDX-License-Identifier: Apache-2.0
// ingest_limits.h — caps of the parsers of files, so that a hostile file costs an error and not the process. Beyond
// each of them the file is a bad document. base/limits.h has the caps on what a document may hold.
#ifndef SIGNPOST_INGEST_INGEST_LIMITS_H_
#define SIGNPOST_INGEST_INGEST_LIMITS_H_

#include <cstddef>

namespace signpost::ingest {

constexpr std::size_t kMaxHtmlTreeBytes = std::size_t{2} << 30;  // memory of one page's tree
// Open elements at one place. The parser looks through all of them at every tag, so a deep page takes quadratic time.
constexpr std::size_t kMaxHtmlDepth = 1000;
constexpr std::size_t kMaxMarkdownEvents =
    50'000'000;  // blocks, spans and texts; a table can have more cells than bytes
constexpr std::size_t kMaxFrontMatterValues = 100'000;  // after aliases are followed, which can multiply them
constexpr std::size_t kMaxReportedErrors = 100;         // of one reading; more are counted only

}  // namespace signpost::ingest

#endif  // SIGNPOST_INGEST_INGEST_LIMITS_H_
