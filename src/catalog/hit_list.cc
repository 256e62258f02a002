// SPDX-License-Identifier: Apache-2.0
#include "catalog/hit_list.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include <absl/container/flat_hash_map.h>

namespace signpost::catalog {
namespace {

Documents EmptyLists(const Documents& documents) {
  Documents out;
  for (const rank::DocLists& lists : documents) out.emplace_back(lists.size());
  return out;
}

// The values of documents, and which of them stand for their articles.
class SortedEntries {
 public:
  SortedEntries(const index::Corpora& corpora, const SortColumns& columns, const Documents& documents)
      : width_(columns.size()) {
    for (std::uint32_t c = 0; c < documents.size(); ++c) {
      for (std::uint32_t s = 0; s < documents[c].size(); ++s) {
        for (DocId doc : documents[c][s]) {
          entries_.push_back({c, s, doc});
          columns.AppendValues(c, s, doc, &values_);
        }
      }
    }
    standing_.resize(entries_.size());
    std::iota(standing_.begin(), standing_.end(), 0);
    if (!corpora.articles.empty()) KeepFirstOfArticles(corpora);
  }

  // Splits the documents into those before the place `count` whatever their relevance, and those that share the value of the
  // last place, of which some come in by relevance. Returns how many articles the first are.
  std::size_t Split(std::size_t count, Documents* before, Documents* last) {
    if (count >= standing_.size()) {
      for (std::size_t i = 0; i < entries_.size(); ++i) Put(i, before);
      return standing_.size();
    }
    const auto place = standing_.begin() + static_cast<std::ptrdiff_t>(count) - 1;
    std::nth_element(standing_.begin(), place, standing_.end(),
                     [this](std::uint32_t a, std::uint32_t b) { return Compare(a, b) < 0; });
    const std::uint32_t threshold = *place;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const int order = Compare(i, threshold);
      if (order <= 0) Put(i, order < 0 ? before : last);
    }
    return static_cast<std::size_t>(
        std::count_if(standing_.begin(), standing_.end(), [&](std::uint32_t i) { return Compare(i, threshold) < 0; }));
  }

 private:
  struct Entry {
    std::uint32_t corpus;
    std::uint32_t segment;
    DocId doc;
  };

  // By values alone; 0: equal.
  int Compare(std::size_t a, std::size_t b) const {
    for (std::size_t k = 0; k < width_; ++k) {
      const double x = values_[a * width_ + k];
      const double y = values_[b * width_ + k];
      if (x != y) return x < y ? -1 : 1;
    }
    return 0;
  }

  // Of an article's translations those with the smallest values stay, one of which is counted.
  void KeepFirstOfArticles(const index::Corpora& corpora) {
    absl::flat_hash_map<std::uint32_t, std::uint32_t> first;
    auto article = [&](std::size_t i) {
      return corpora.ArticleOf(entries_[i].corpus, entries_[i].segment, entries_[i].doc);
    };
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
      const auto [found, added] = first.emplace(article(i), i);
      if (!added && Compare(i, found->second) < 0) found->second = i;
    }
    std::erase_if(standing_, [&](std::uint32_t i) { return first[article(i)] != i; });
    left_out_.resize(entries_.size());
    for (std::size_t i = 0; i < entries_.size(); ++i) left_out_[i] = Compare(first[article(i)], i) < 0;
  }

  void Put(std::size_t i, Documents* out) const {
    if (left_out_.empty() || !left_out_[i]) (*out)[entries_[i].corpus][entries_[i].segment].push_back(entries_[i].doc);
  }

  const std::size_t width_;
  std::vector<Entry> entries_;
  std::vector<double> values_;           // by entry and key
  std::vector<std::uint32_t> standing_;  // entries, one for each article
  std::vector<bool> left_out_;           // by entry; empty: none is
};

}  // namespace

SortColumns::SortColumns(const index::Corpora& corpora, const std::vector<SortKey>& keys) : keys_(keys) {
  for (const segment::Corpus& corpus : corpora.list) {
    auto& of_corpus = columns_.emplace_back();
    for (const segment::LiveSegment& live : corpus.segments()) {
      auto& of_segment = of_corpus.emplace_back();
      for (const SortKey& key : keys) of_segment.push_back(live.segment().columns().Find(key.attribute));
    }
  }
}

void SortColumns::AppendValues(std::uint32_t corpus, std::uint32_t segment, DocId doc, std::vector<double>* out) const {
  for (std::size_t k = 0; k < keys_.size(); ++k) {
    double value = std::numeric_limits<double>::infinity();
    if (const segment::Column* column = columns_[corpus][segment][k]; column != nullptr) {
      column->ForEachNumber(doc,
                            [&](double number) { value = std::min(value, keys_[k].descending ? -number : number); });
    }
    out->push_back(value);
  }
}

std::vector<rank::RankedHit> HitList::First(const Documents& documents, std::size_t count) {
  if (count == 0) return {};
  if (columns_.size() > 0) return FirstByColumns(documents, count);
  std::vector<rank::RankedHit> out = source_->Among(documents, count);
  out.resize(std::min(out.size(), count));
  return out;
}

std::vector<rank::RankedHit> HitList::FirstByColumns(const Documents& documents, std::size_t count) {
  Documents before = EmptyLists(documents);
  Documents last = EmptyLists(documents);
  const std::size_t before_count = SortedEntries(corpora_, columns_, documents).Split(count, &before, &last);
  std::vector<rank::RankedHit> out;
  std::size_t documents_before = 0;  // several translations of one article among them
  for (const rank::DocLists& lists : before) {
    for (const std::vector<DocId>& docs : lists) documents_before += docs.size();
  }
  if (before_count > 0) out = source_->Among(before, documents_before);
  SortByColumns(&out);
  if (before_count < count) {
    for (rank::RankedHit& hit : source_->Among(last, count - before_count)) out.push_back(std::move(hit));
  }
  out.resize(std::min(out.size(), count));
  return out;
}

void HitList::SortByColumns(std::vector<rank::RankedHit>* hits) const {
  struct Sorted {
    std::vector<double> values;
    rank::RankedHit hit;
  };
  std::vector<Sorted> sorted;
  for (rank::RankedHit& hit : *hits) {
    Sorted& entry = sorted.emplace_back();
    columns_.AppendValues(hit.corpus, hit.segment, hit.match.doc, &entry.values);
    entry.hit = std::move(hit);
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const Sorted& a, const Sorted& b) { return a.values < b.values; });
  for (std::size_t i = 0; i < sorted.size(); ++i) (*hits)[i] = std::move(sorted[i].hit);
}

}  // namespace signpost::catalog
