// SPDX-License-Identifier: Apache-2.0
#include "segment/split_lists.h"

#include <algorithm>
#include <bit>

#include "base/bytes.h"
#include "postings/impact.h"
#include "postings/posting_list.h"

namespace signpost::segment {
namespace {
constexpr std::uint64_t kFilterBits = 8;  // for each term, so that one neighbour in eight is looked up in vain
}  // namespace

SplitListsBuilder::SplitListsBuilder(const lexicon::Lexicon& lexicon)
    : lexicon_(lexicon), impacts_(lexicon.term_count()) {
  const std::uint64_t bits = std::bit_ceil(std::max<std::uint64_t>(kFilterBits * lexicon.term_count(), 64));
  filter_.resize(bits / 64);
  filter_shift_ = 64 - std::countr_zero(bits);
  for (std::uint32_t t = 0; t < lexicon.term_count(); ++t) {
    Polynomial hash;
    for (const char c : lexicon.Term(TermId{t})) {
      hash = Append(hash, {.value = static_cast<unsigned char>(c) + std::uint64_t{1}, .power = kBase});
    }
    hashes_.push_back(hash);
    const std::uint64_t mixed = Mix(hash);
    filter_[(mixed >> filter_shift_) / 64] |= std::uint64_t{1} << ((mixed >> filter_shift_) % 64);
    terms_.emplace_back(mixed, t);
  }
  std::sort(terms_.begin(), terms_.end());
}

void SplitListsBuilder::AddPair(std::uint32_t doc, TermId first, TermId second) {
  const std::uint64_t mixed = Mix(Append(hashes_[Raw(first)], hashes_[Raw(second)]));
  if (!MayBeTerm(mixed)) return;
  const std::string_view a = lexicon_.Term(first), b = lexicon_.Term(second);
  for (auto found = std::lower_bound(terms_.begin(), terms_.end(), std::pair(mixed, std::uint32_t{0}));
       found != terms_.end() && found->first == mixed; ++found) {
    const std::string_view whole = lexicon_.Term(TermId{found->second});
    if (whole.size() != a.size() + b.size() || !whole.starts_with(a) || !whole.ends_with(b)) continue;
    const std::uint8_t impact = postings::SmallerImpact(impacts_[Raw(first)], impacts_[Raw(second)]);
    entries_.push_back({found->second, Raw(first), Raw(second), doc, impact});
  }
}

void SplitListsBuilder::Write(std::uint32_t doc_count, OwnedSections* out) {
  std::sort(entries_.begin(), entries_.end(),
            [](const Entry& a, const Entry& b) { return a.Key() != b.Key() ? a.Key() < b.Key() : a.doc < b.doc; });
  std::vector<SplitRange> ranges;
  ByteWriter postings;
  std::vector<std::uint32_t> docs;
  std::vector<std::uint8_t> impacts;
  for (auto entry = entries_.begin(); entry != entries_.end();) {
    const Entry first = *entry;
    docs.clear();
    impacts.clear();
    for (; entry != entries_.end() && entry->Key() == first.Key(); ++entry) {
      if (!docs.empty() && docs.back() == entry->doc) continue;  // more than once in it
      docs.push_back(entry->doc);
      impacts.push_back(entry->impact);
    }
    postings::AppendPostings(docs, impacts, doc_count, &postings);
    ranges.push_back({.term = first.term,
                      .first = first.first,
                      .second = first.second,
                      .document_count = static_cast<std::uint32_t>(docs.size()),
                      .postings_end = postings.size()});
  }
  (*out)[SectionKind::kSplitRanges] = BytesOf(ranges);
  (*out)[SectionKind::kSplitPostings] = postings.Take();
}

}  // namespace signpost::segment
