// SPDX-License-Identifier: Apache-2.0
#include "segment/prefix_lists.h"

#include <algorithm>

#include "base/bytes.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "postings/impact.h"
#include "postings/posting_list.h"

namespace signpost::segment {

PrefixListsBuilder::PrefixListsBuilder(const lexicon::Lexicon& lexicon) : list_of_(lexicon.term_count(), kNone) {
  AddRange(lexicon, 0, lexicon.term_count(), 0, kNone);
}

// Lists the beginnings of the terms [begin, end), which share their first `bytes` bytes, that are one character longer.
void PrefixListsBuilder::AddRange(const lexicon::Lexicon& lexicon, std::uint32_t begin, std::uint32_t end,
                                  std::size_t bytes, std::uint32_t parent) {
  while (begin < end) {
    const std::string_view term = lexicon.Term(TermId{begin});
    if (term.size() <= bytes) {  // the beginning itself
      ++begin;
      continue;
    }
    std::size_t longer = bytes + 1;
    while (longer < term.size() && IsUtf8Continuation(term[longer])) ++longer;
    const std::string_view prefix = term.substr(0, longer);
    std::uint32_t group_end = begin + 1;
    for (std::uint32_t count = end - group_end; count > 0;) {  // upper bound of the prefix
      const std::uint32_t half = count / 2;
      if (lexicon.Term(TermId{group_end + half}).substr(0, longer) == prefix) {
        group_end += half + 1;
        count -= half + 1;
      } else {
        count = half;
      }
    }
    if (group_end - begin > limits::kMaxPrefixTerms) {
      const auto number = static_cast<std::uint32_t>(lists_.size());
      // What shares its terms with a shorter beginning shares its list.
      const bool same = parent != kNone && lists_[parent].begin == begin && lists_[parent].end == group_end;
      if (!same) {
        lists_.push_back({.begin = begin, .end = group_end, .parent = parent, .docs = {}, .impacts = {}});
        std::fill(list_of_.begin() + begin, list_of_.begin() + group_end, number);
      }
      AddRange(lexicon, begin, group_end, longer, same ? parent : number);
    }
    begin = group_end;
  }
}

void PrefixListsBuilder::Add(TermId term, double pooled, bool in_title) {
  for (std::uint32_t l = list_of_[Raw(term)]; l != kNone; l = lists_[l].parent) {
    List& list = lists_[l];
    if (!list.touched) {
      list.touched = true;
      list.pooled = 0;
      list.in_title = false;
      touched_.push_back(l);
    }
    list.pooled += pooled;
    list.in_title |= in_title;
  }
}

void PrefixListsBuilder::EndDocument(std::uint32_t doc) {
  for (const std::uint32_t l : touched_) {
    List& list = lists_[l];
    list.touched = false;
    list.docs.push_back(doc);
    list.impacts.push_back(postings::EncodeImpact(list.pooled, list.in_title));
  }
  touched_.clear();
}

void PrefixListsBuilder::Write(std::uint32_t doc_count, OwnedSections* out) const {
  std::vector<PrefixRange> ranges;
  ByteWriter postings;
  for (const List& list : lists_) {
    postings::AppendPostings(list.docs, list.impacts, doc_count, &postings);
    ranges.push_back({.begin = list.begin,
                      .end = list.end,
                      .document_count = static_cast<std::uint32_t>(list.docs.size()),
                      .postings_end = postings.size()});
  }
  (*out)[SectionKind::kPrefixRanges] = BytesOf(ranges);
  (*out)[SectionKind::kPrefixPostings] = postings.Take();
}

}  // namespace signpost::segment
