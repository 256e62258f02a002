// SPDX-License-Identifier: Apache-2.0
// pattern.h — a rule's pattern, read: words and captures in the order in which a query must hold them.
//
// Syntax:   <signpost/rules.h>. A name is a letter and then letters, digits or '_'. Braces have no other use, but within
//           the / / of an expression.
// Threads:  plain value types.
#ifndef SIGNPOST_RULES_PATTERN_H_
#define SIGNPOST_RULES_PATTERN_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/statusor.h>

#include "rules/capture_classes.h"
#include "rules/term_trie.h"
#include "text/analyzer.h"

namespace signpost::rules {

// One unit of a query that must be there, or a capture.
struct PatternElement {
  static constexpr ClassId kLiteral = UINT32_MAX;

  TermTrie::TermNumber term = TermTrie::kNone;  // of a literal
  ClassId capture = kLiteral;                   // what a capture accepts

  bool is_capture() const { return capture != kLiteral; }
  bool operator==(const PatternElement&) const = default;
};

struct Pattern {
  std::vector<PatternElement> elements;
  std::vector<std::string> names;  // of its captures, in their order; unique

  bool HasLiteral() const;
  bool Captures(std::string_view name) const;
};

// True for what may stand between braces as the name of a capture.
bool IsCaptureName(std::string_view name);

// Reads a pattern; its words are numbered in `*terms`, its captures in `*classes`. An empty one has no elements.
// InvalidArgument: braces that do not pair or hold no capture, an unknown validator, an expression that is refused, a name that is
// there twice, text without a word or capture, more than limits::kMaxPatternElements. Says what is wrong with the pattern, not
// which pattern.
absl::StatusOr<Pattern> ParsePattern(std::string_view text, const text::Analyzer& analyzer, TermTrie* terms,
                                     CaptureClasses* classes);

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_PATTERN_H_
