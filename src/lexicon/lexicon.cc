// SPDX-License-Identifier: Apache-2.0
#include "lexicon/lexicon.h"

#include <algorithm>

#include "base/limits.h"
#include "base/status.h"
#include "base/utf8.h"
#include "lexicon/fuzzy_search.h"
#include "lexicon/lexicon_format.h"

namespace signpost::lexicon {
namespace {

absl::Status ValidateUtf8(const StringTable& terms) {
  const std::size_t invalid = FindInvalidUtf8(terms.all_bytes());
  if (invalid != kValidUtf8) return DataLoss("lexicon: the text of the terms is not UTF-8 at ", invalid);
  for (std::uint32_t i = 0; i < terms.size(); ++i) {
    if (terms[i].empty()) return DataLoss("lexicon: term ", i, " is empty");
    if (IsUtf8Continuation(terms[i][0])) return DataLoss("lexicon: term ", i, " begins within a letter");
  }
  return absl::OkStatus();
}

template <typename T>
FixedArray<T> ReadArray(ByteReader* in, std::uint64_t size) {
  return FixedArray<T>(in->Raw(size * sizeof(T)));
}

}  // namespace

absl::StatusOr<Lexicon> Lexicon::Open(std::string_view bytes) {
  Lexicon lexicon;
  SIGNPOST_RETURN_IF_ERROR(lexicon.ReadLayout(bytes));
  SIGNPOST_RETURN_IF_ERROR(lexicon.terms_.Validate("term"));
  SIGNPOST_RETURN_IF_ERROR(ValidateUtf8(lexicon.terms_));
  SIGNPOST_RETURN_IF_ERROR(lexicon.stems_.Validate("stem"));
  SIGNPOST_RETURN_IF_ERROR(lexicon.trie_.Validate(lexicon.term_count()));
  SIGNPOST_RETURN_IF_ERROR(lexicon.middle_.Validate(lexicon.term_count()));
  SIGNPOST_RETURN_IF_ERROR(lexicon.endings_.Validate(lexicon.term_count()));
  SIGNPOST_RETURN_IF_ERROR(lexicon.ValidateClasses());
  return lexicon;
}

absl::Status Lexicon::ReadLayout(std::string_view bytes) {
  ByteReader in(bytes);
  const auto header = in.Fixed<LexiconHeader>();
  const auto nodes = ReadArray<TrieNode>(&in, std::uint64_t{header.node_count} + 1);
  const auto alphabet = ReadArray<std::uint32_t>(&in, header.alphabet_size);
  const auto term_ends = ReadArray<std::uint32_t>(&in, header.term_count);
  const auto stem_ends = ReadArray<std::uint32_t>(&in, header.class_count);
  class_of_ = ReadArray<std::uint32_t>(&in, header.term_count);
  class_begins_ = ReadArray<std::uint32_t>(&in, std::uint64_t{header.class_count} + 1);
  class_terms_ = ReadArray<TermId>(&in, header.term_count);
  MiddleIndex::Lists middles;
  for (std::size_t i = 0; i < kMiddleCount; ++i) middles[i] = ReadArray<std::uint32_t>(&in, header.middle_counts[i]);
  middle_ = MiddleIndex(middles);
  endings_ = EndingIndex(ReadArray<std::uint32_t>(&in, header.ending_count));
  terms_ = StringTable(term_ends, in.Raw(header.term_bytes));
  stems_ = StringTable(stem_ends, in.Raw(header.stem_bytes));
  trie_ = Trie(nodes, alphabet);
  if (header.unused != LexiconHeader().unused) return DataLoss("lexicon: the end of the head is not zero");
  if (!in.ok() || !in.done()) {
    return DataLoss("lexicon: ", header.term_count, " terms and ", header.class_count, " classes do not fit ",
                    bytes.size(), " bytes exactly");
  }
  return absl::OkStatus();
}

absl::Status Lexicon::ValidateClasses() const {
  std::uint32_t begin = 0;
  if (class_begins_[0] != 0 || class_begins_[class_count()] != term_count()) {
    return DataLoss("lexicon: the classes do not hold each term once");
  }
  for (std::uint32_t c = 0; c < class_count(); ++c, begin = class_begins_[c]) {
    const std::uint32_t end = class_begins_[c + 1];
    if (end <= begin || end > term_count()) return DataLoss("lexicon: class ", c, " ends at ", end);
    for (std::uint32_t i = begin; i < end; ++i) {
      const std::uint32_t term = Raw(class_terms_[i]);
      if (term >= term_count() || class_of_[term] != c || (i > begin && term <= Raw(class_terms_[i - 1]))) {
        return DataLoss("lexicon: term ", term, " does not belong at place ", i, " of class ", c);
      }
    }
  }
  return absl::OkStatus();
}

// A binary search of the text beats going down the trie, whose nodes lie further apart than the text of neighbours:
// 0.18 against 0.27 microseconds in the caches, 4 against 6 out of them.
std::optional<TermId> Lexicon::Find(std::string_view term) const {
  if (std::optional<std::uint32_t> i = terms_.Find(term)) return TermId{*i};
  return std::nullopt;
}

TermRange Lexicon::Prefix(std::string_view prefix) const {
  const std::uint32_t begin = terms_.PartitionPoint([&](std::string_view s) { return s < prefix; });
  const std::uint32_t end =
      terms_.PartitionPoint([&](std::string_view s) { return s.substr(0, prefix.size()) <= prefix; });
  return {begin, end};
}

std::optional<ClassId> Lexicon::FindClass(std::string_view stem) const {
  if (std::optional<std::uint32_t> i = stems_.Find(stem)) return ClassId{*i};
  return std::nullopt;
}

FixedArray<TermId> Lexicon::TermsOf(ClassId id) const {
  return class_terms_.Slice(class_begins_[Raw(id)], class_begins_[Raw(id) + 1]);
}

std::vector<FuzzyMatch> Lexicon::Fuzzy(std::string_view word, const FuzzyOptions& options) const {
  std::vector<FuzzyMatch> out;
  if (word.size() > 4 * limits::kMaxTypoWordCodepoints) return out;
  std::u32string letters;
  ToCodePoints(word, &letters);
  if (letters.size() > limits::kMaxTypoWordCodepoints || term_count() == 0) return out;
  FuzzySearch(trie_, middle_, terms_, letters, options, &out).Run();
  return out;
}

}  // namespace signpost::lexicon
