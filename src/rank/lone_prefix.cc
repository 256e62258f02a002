// SPDX-License-Identifier: Apache-2.0
#include "rank/lone_prefix.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/bits.h"
#include "match/doc_match.h"
#include "match/slot_reader.h"

namespace signpost::rank {
namespace {

using Bits = std::vector<std::uint64_t>;

// The slot without alternatives whose documents are among those of a beginning anyway.
query::Slot WithoutBegun(const query::Slot& slot) {
  query::Slot out = slot;
  std::erase_if(out.alternatives, [&slot](const query::Alternative& a) {
    return std::any_of(slot.alternatives.begin(), slot.alternatives.end(), [&a](const query::Alternative& beginning) {
      return beginning.kind == AlternativeKind::kPrefix && a.kind != AlternativeKind::kPrefix && a.phrases.empty() &&
             a.text.starts_with(beginning.text);
    });
  });
  return out;
}

query::Slot AsWord(const query::Slot& slot) {
  query::Slot out = slot;
  std::erase_if(out.alternatives, [](const auto& a) { return a.kind != AlternativeKind::kExact; });
  return out;
}

// Leaves the documents of which wanted(doc) is true.
template <typename Wanted>
void KeepIf(Bits* bits, Wanted wanted) {
  ForEachBit(*bits, [&](std::uint32_t doc) {
    if (!wanted(doc)) (*bits)[doc / 64] &= ~(std::uint64_t{1} << (doc % 64));
    return true;
  });
}

// Adds to `best` the first documents of `bits` with what they score, less than 0, until it has `count`. What is boosted may
// come from anywhere: then all of them.
void AddFirst(const HitSearch& search, std::uint32_t segment, const Bits& bits, double score, std::size_t count,
              std::vector<std::pair<double, std::uint32_t>>* best) {
  ForEachBit(bits, [&](std::uint32_t doc) {
    if (best->size() >= count && !search.boosts()) return false;
    best->emplace_back(-score * search.Boost(segment, doc), doc);
    return true;
  });
}

// The best documents of a segment with what they score, less than 0. Of those that hold the letters: as a word, or else in
// a title with a word so begun, or else elsewhere.
std::vector<std::pair<double, std::uint32_t>> BestOf(const HitSearch& search, std::uint32_t segment, const Bits& held,
                                                     const Bits& in_title, const Bits& as_word, std::size_t count) {
  std::array<Bits, 3> tiers = {held, held, held};
  for (std::size_t w = 0; w < held.size(); ++w) {
    tiers[0][w] &= as_word[w];
    tiers[1][w] &= in_title[w] & ~as_word[w];
    tiers[2][w] &= ~in_title[w] & ~as_word[w];
  }
  std::vector<std::pair<double, std::uint32_t>> best;
  for (std::size_t t = 0; t < tiers.size(); ++t) {
    AddFirst(search, segment, tiers[t], static_cast<double>(tiers.size() - t), count, &best);
  }
  if (search.boosts()) std::sort(best.begin(), best.end());
  if (best.size() > count) best.resize(count);
  return best;
}

}  // namespace

Collected CollectLonePrefix(const HitSearch& search, const CollectOptions& options) {
  const query::Slot slot = WithoutBegun(search.plan().slots.front());
  const query::Slot as_word = AsWord(search.plan().slots.front());
  const auto& segments = search.corpus().segments();
  Collected out;
  for (std::uint32_t s = 0; s < search.segment_count(); ++s) {
    match::DocumentMarks marks(segments[s].segment().doc_count());
    match::DocumentMarks words(segments[s].segment().doc_count());
    search.reader(s).Mark(slot, &marks);
    search.reader(s).Mark(as_word, &words);
    if (search.restricts()) KeepIf(&marks.held, [&](std::uint32_t doc) { return search.Admits(s, doc); });
    for (const std::uint64_t bits : marks.held) out.hit_count += static_cast<std::size_t>(std::popcount(bits));
    if (options.documents) {
      ForEachBit(marks.held, [&docs = out.documents.emplace_back()](std::uint32_t doc) {
        docs.push_back(DocId{doc});
        return true;
      });
    }
    if (options.among != nullptr) {
      const std::vector<DocId>& among = (*options.among)[s];
      KeepIf(&marks.held,
             [&among](std::uint32_t doc) { return std::binary_search(among.begin(), among.end(), DocId{doc}); });
    }
    match::DocMatcher matcher(segments[s].segment(), s, search.plan());
    for (const auto& [score, doc] : BestOf(search, s, marks.held, marks.in_title, words.held, options.count)) {
      RankedHit& hit = out.best.emplace_back();
      hit.segment = s;
      matcher.Match(DocId{doc}, &hit.match);
      hit.score.boost = search.Boost(s, doc);
      hit.score.score = -score;
    }
  }
  std::sort(out.best.begin(), out.best.end(), [&segments](const RankedHit& a, const RankedHit& b) {
    return Before(segments[a.segment].segment(), a, segments[b.segment].segment(), b);
  });
  if (out.best.size() > options.count) out.best.resize(options.count);
  return out;
}

}  // namespace signpost::rank
