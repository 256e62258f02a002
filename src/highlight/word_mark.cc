// SPDX-License-Identifier: Apache-2.0
#include "highlight/word_mark.h"

#include <optional>
#include <string>

#include "highlight/prefix_mark.h"
#include "text/compound.h"
#include "text/inner_parts.h"
#include "text/language_pack.h"

namespace signpost::highlight {
namespace {

// The part of a compound that says `part`, at its end or its beginning.
std::optional<std::string_view> PartOf(std::string_view word, std::string_view compound, std::string_view part,
                                       const text::Analyzer& analyzer) {
  for (const std::string& last : text::LastPartForms(analyzer.pack(), part)) {
    if (!compound.ends_with(last) || compound.size() == last.size()) continue;
    const std::string_view first = compound.substr(0, compound.size() - last.size());
    return word.substr(PrefixBytes(word, first, analyzer));
  }
  if (compound.starts_with(part) && compound.size() > part.size()) {
    return word.substr(0, PrefixBytes(word, part, analyzer));
  }
  return std::nullopt;
}

}  // namespace

std::string_view TypedPart(std::string_view word, const query::Alternative& alternative, const Context& context) {
  std::string_view typed = std::string_view(alternative.text).substr(0, alternative.typed_bytes);
  if (typed.front() == text::kPieceMark) typed.remove_prefix(1);
  return word.substr(0, PrefixBytes(word, typed, context.analyzer));
}

std::string_view CompoundPart(std::string_view word, std::string_view compound, const query::Slot& slot,
                              const Context& context) {
  if (auto part = PartOf(word, compound, context.query.words[slot.word].term, context.analyzer)) return *part;
  // A slot for a part of a word that was typed as a compound: its other forms say which.
  for (const query::Alternative& alternative : slot.alternatives) {
    if (alternative.kind > AlternativeKind::kStem) break;
    if (auto part = PartOf(word, compound, alternative.text, context.analyzer)) return *part;
  }
  return word;
}

}  // namespace signpost::highlight
