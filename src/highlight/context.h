// SPDX-License-Identifier: Apache-2.0
// context.h — what the parts of highlighting share.
#ifndef SIGNPOST_HIGHLIGHT_CONTEXT_H_
#define SIGNPOST_HIGHLIGHT_CONTEXT_H_

#include <array>
#include <cstdint>
#include <vector>

#include <signpost/search.h>

#include "base/limits.h"
#include "highlight/marked_text.h"
#include "highlight/text_blocks.h"
#include "query/parsed_query.h"
#include "query/plan.h"
#include "segment/segment.h"
#include "segment/token_offsets.h"
#include "text/analyzer.h"

namespace signpost::highlight {

// What all documents of one answer share.
struct Context {
  const query::ParsedQuery& query;
  const query::Plan& plan;
  const text::Analyzer& analyzer;
  const HighlightOptions& options;
};

// A match within one value of a field.
struct Place {
  std::uint32_t occurrence;  // in DocMatch::occurrences
  std::uint32_t slot;
  std::uint32_t unit;  // first one, in the value
};

// What a highlighter works in, kept from document to document so that nothing is allocated again.
struct Scratch {
  segment::TokenOffsets offsets;
  segment::UnitTable units;
  // By field, what is marked in it: the position, and in the lower half the number of the occurrence.
  std::array<std::vector<std::uint64_t>, limits::kMaxFields> matches;
  std::vector<std::uint64_t> sorting;
  const segment::Segment* inner_of = nullptr;  // whose terms of inner parts these are
  std::uint32_t inner_begin = 0, inner_end = 0;
  std::vector<Place> places;
  std::vector<Mark> marks;
  std::vector<char> words;  // by word of the query: whether it is marked in the text that is being made
  TextBlocks blocks;
  // snippet_window.h
  std::vector<std::uint64_t> information;  // by slot
  std::vector<std::uint32_t> seen;         // by slot or by section: how often, or the last that was counted there
  std::vector<std::uint64_t> candidates;   // a bound, and in the lower half the number of the place
  std::vector<double> section_scores;
};

}  // namespace signpost::highlight

#endif  // SIGNPOST_HIGHLIGHT_CONTEXT_H_
