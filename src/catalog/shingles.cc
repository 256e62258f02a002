// SPDX-License-Identifier: Apache-2.0
#include "catalog/shingles.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <xxhash.h>

namespace signpost::catalog {
namespace {

constexpr std::size_t kWords = 3;

std::uint64_t HashOf(const std::uint64_t* words, std::size_t count) {
  return XXH3_64bits(words, count * sizeof(std::uint64_t));
}

}  // namespace

Shingler::Shingler(const segment::Segment& segment) : segment_(segment) {
  hashes_.reserve(segment.lexicon().term_count());
  for (std::uint32_t t = 0; t < segment.lexicon().term_count(); ++t) {
    const std::string_view term = segment.lexicon().Term(TermId{t});
    hashes_.push_back(XXH3_64bits(term.data(), term.size()));
  }
  for (std::uint32_t f = 0; f < segment.field_count(); ++f) {
    const std::string_view name = segment.meta().fields[f];
    if (name == "title" || name == "headings" || name == "body") text_fields_ |= std::uint32_t{1} << f;
  }
}

void Shingler::Read(DocId doc, std::vector<std::uint64_t>* out) {
  words_.clear();
  postings::TermVector terms = segment_.Terms(doc);
  while (terms.Next()) {
    if (Raw(terms.term()) >= hashes_.size()) break;
    occurrences_.clear();
    terms.AppendOccurrences(&occurrences_);
    for (const postings::Occurrence& o : occurrences_) {
      if (o.span != 1 || (text_fields_ >> Raw(o.field) & 1) == 0) continue;
      words_.push_back({std::uint64_t{Raw(o.field)} << 32 | o.position, hashes_[Raw(terms.term())]});
    }
  }
  // Several terms at one place (a unit and its pieces) stand in an order that does not depend on the segment.
  std::sort(words_.begin(), words_.end(),
            [](const Word& a, const Word& b) { return a.place != b.place ? a.place < b.place : a.hash < b.hash; });
  out->clear();
  std::array<std::uint64_t, kWords> run{};
  for (std::size_t i = 0; i + kWords <= words_.size(); ++i) {
    if (words_[i].place >> 32 != words_[i + kWords - 1].place >> 32) continue;
    for (std::size_t w = 0; w < kWords; ++w) run[w] = words_[i + w].hash;
    out->push_back(HashOf(run.data(), run.size()));
  }
  if (out->empty() && !words_.empty()) {
    std::vector<std::uint64_t> all;
    for (const Word& word : words_) all.push_back(word.hash);
    out->push_back(HashOf(all.data(), all.size()));
  }
  std::sort(out->begin(), out->end());
  out->erase(std::unique(out->begin(), out->end()), out->end());
}

}  // namespace signpost::catalog
