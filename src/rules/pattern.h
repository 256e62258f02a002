// SPDX-License-Identifier: Apache-2.0
// pattern.h — a rule's pattern, read: words and captures in the order in which a query must hold them.
//
// Syntax:   <signpost/rules.h>. A capture is `{name}` or `{name:validator}`; a name is a letter and then letters, digits
//           or '_'. Braces have no other use.
// Threads:  plain value types.
#ifndef SIGNPOST_RULES_PATTERN_H_
#define SIGNPOST_RULES_PATTERN_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/statusor.h>

#include "rules/term_trie.h"
#include "rules/validators.h"
#include "text/analyzer.h"

namespace signpost::rules {

// One unit of a query that must be there, or a capture.
struct PatternElement {
  TermTrie::TermNumber term = TermTrie::kNone;  // of a literal
  std::string capture;                          // name of a capture; empty for a literal
  const Validator* validator = nullptr;         // of a capture; null: one token, whatever it is

  bool is_capture() const { return !capture.empty(); }
};

struct Pattern {
  std::vector<PatternElement> elements;

  bool HasCapture() const;
  bool Captures(std::string_view name) const;
  // Returns how many literals stand before the first capture.
  std::size_t LiteralPrefix() const;
};

// True for what may stand between braces as the name of a capture.
bool IsCaptureName(std::string_view name);

// Reads a pattern; its words are numbered in `*terms`. An empty one has no elements.
// InvalidArgument: braces that do not pair or hold no capture, an unknown validator, a name that is there twice, text
// without a word or capture. Says what is wrong with the pattern, not which pattern.
absl::StatusOr<Pattern> ParsePattern(std::string_view text, const text::Analyzer& analyzer, TermTrie* terms);

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_PATTERN_H_
