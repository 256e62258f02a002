// SPDX-License-Identifier: Apache-2.0
#include "segment/completion_table.h"

#include <algorithm>
#include <functional>

#include "base/limits.h"
#include "base/status.h"

namespace signpost::segment {
namespace {

constexpr std::uint32_t kNotFirstWord = 1u << 31;
constexpr std::uint32_t kIsHeading = 1u << 30;

// The first bytes, which decide most comparisons.
std::uint64_t BeginningOf(std::string_view bytes) {
  std::uint64_t out = 0;
  for (std::size_t b = 0; b < sizeof out; ++b) {
    out = out << 8 | (b < bytes.size() ? static_cast<unsigned char>(bytes[b]) : 0);
  }
  return out;
}

}  // namespace

std::string CompletionKey(const text::TokenList& tokens) {
  std::string out;
  for (const text::Token& token : tokens.tokens) {
    if (!text::IsOfUnit(token)) continue;
    if (!out.empty()) out.push_back(' ');
    out.append(tokens.Term(token));
  }
  return out;
}

absl::StatusOr<CompletionTable> CompletionTable::Open(std::string_view bytes) {
  CompletionTable out;
  if (bytes.empty()) return out;
  ByteReader in(bytes);
  const auto phrases = in.Fixed<std::uint32_t>();
  const auto starts = in.Fixed<std::uint32_t>();
  const auto docs = in.Fixed<std::uint32_t>();
  const auto keys = in.Fixed<std::uint32_t>();
  const std::uint64_t blocks = (std::uint64_t{starts} + kBlock - 1) / kBlock;
  out.phrases_ = FixedArray<PhraseEnds>(in.Raw(std::uint64_t{phrases} * sizeof(PhraseEnds)));
  out.starts_ = FixedArray<Start>(in.Raw(std::uint64_t{starts} * sizeof(Start)));
  out.weights_ = FixedArray<std::uint32_t>(in.Raw(std::uint64_t{starts} * sizeof(std::uint32_t)));
  out.block_weights_ = FixedArray<std::uint32_t>(in.Raw(blocks * sizeof(std::uint32_t)));
  out.docs_ = in.Raw(docs);
  out.keys_ = in.Raw(keys);
  if (!in.ok() || starts >= 1u << 31 || (starts > 0 && phrases == 0)) {
    return DataLoss("reading completions: ", bytes.size(), " bytes do not hold ", phrases, " phrases with ", starts,
                    " words");
  }
  out.texts_ = in.Raw(in.remaining());
  return out;
}

std::uint32_t CompletionTable::Phrase(std::uint32_t start) const {
  return std::min(starts_[start].phrase, static_cast<std::uint32_t>(phrases_.size()) - 1);
}

std::string_view CompletionTable::Key(std::uint32_t phrase) const {
  const std::uint32_t begin = phrase == 0 ? 0 : phrases_[phrase - 1].key;
  const std::uint32_t end = phrases_[phrase].key;
  return begin > end || end > keys_.size() ? std::string_view() : keys_.substr(begin, end - begin);
}

std::string_view CompletionTable::Text(std::uint32_t phrase) const {
  const std::uint32_t begin = phrase == 0 ? 0 : phrases_[phrase - 1].text;
  const std::uint32_t end = phrases_[phrase].text;
  return begin > end || end > texts_.size() ? std::string_view() : texts_.substr(begin, end - begin);
}

CompletionKind CompletionTable::Kind(std::uint32_t phrase) const {
  return phrases_[phrase].kind == 0 ? CompletionKind::kTitle : CompletionKind::kHeading;
}

std::string_view CompletionTable::From(std::uint32_t start) const {
  const std::string_view key = Key(Phrase(start));
  return key.substr(std::min<std::size_t>(starts_[start].offset, key.size()));
}

template <typename Before>
std::uint32_t CompletionTable::LowerBound(Before before) const {
  std::uint32_t low = 0;
  for (std::uint32_t count = start_count(); count > 0;) {
    const std::uint32_t half = count / 2;
    if (before(From(low + half))) {
      low += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return low;
}

CompletionRange CompletionTable::Find(std::string_view typed) const {
  const std::uint32_t begin = LowerBound([&](std::string_view from) { return from < typed; });
  const std::uint32_t end = LowerBound([&](std::string_view from) { return from.substr(0, typed.size()) <= typed; });
  return {begin, std::max(begin, end)};
}

CompletionRange CompletionTable::FindWord(std::string_view term, bool prefix) const {
  if (prefix) return Find(term);
  // A space sorts before every byte of a term: the word and the end, then the word and more words, then longer words.
  const std::uint32_t begin = LowerBound([&](std::string_view from) { return from < term; });
  const std::uint32_t end = LowerBound([&](std::string_view from) {
    const std::string_view beginning = from.substr(0, term.size());
    if (beginning != term) return beginning < term;
    return from.size() == term.size() || from[term.size()] == ' ';
  });
  return {begin, std::max(begin, end)};
}

CompletionStream::CompletionStream(const CompletionTable& table, CompletionRange range) : table_(table) {
  const std::uint32_t first = (range.begin + CompletionTable::kBlock - 1) / CompletionTable::kBlock;
  const std::uint32_t last = range.end / CompletionTable::kBlock;
  if (first >= last) {
    Push(range.begin, range.end);
  } else {
    for (std::uint32_t b = first; b < last; ++b) heap_.emplace_back(table.block_weights_[b], b | kIsBlock);
    std::make_heap(heap_.begin(), heap_.end(), std::greater<>());
    Push(range.begin, first * CompletionTable::kBlock);
    Push(last * CompletionTable::kBlock, range.end);
  }
}

void CompletionStream::Push(std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t start = begin; start < end; ++start) {
    heap_.emplace_back(table_.Weight(start), start);
    std::push_heap(heap_.begin(), heap_.end(), std::greater<>());
  }
}

bool CompletionStream::Next(std::uint32_t* start) {
  while (!heap_.empty()) {
    std::pop_heap(heap_.begin(), heap_.end(), std::greater<>());
    const std::uint32_t number = heap_.back().second;
    heap_.pop_back();
    if ((number & kIsBlock) == 0) {
      *start = number;
      return true;
    }
    const std::uint32_t block = number & ~kIsBlock;
    Push(block * CompletionTable::kBlock, (block + 1) * CompletionTable::kBlock);
  }
  return false;
}

void CompletionTableBuilder::Add(CompletionKind kind, std::string_view text, std::string_view key, std::uint32_t doc) {
  if (key.empty() || key.size() > limits::kMaxCompletionBytes || text.size() > limits::kMaxCompletionBytes) return;
  phrases_[{std::string(key), kind}].emplace_back(doc, std::string(text));
}

std::string CompletionTableBuilder::Build(const std::vector<std::uint32_t>& doc_ids) const {
  struct Item {
    std::uint64_t beginning;
    std::string_view from;
    CompletionTable::Start start;
    std::uint32_t weight;
  };
  std::vector<Item> items;
  std::vector<CompletionTable::PhraseEnds> phrases;
  ByteWriter docs;
  std::string keys;
  std::string texts;
  for (const auto& [identity, uses] : phrases_) {
    const auto& [key, kind] = identity;
    std::vector<std::pair<std::uint32_t, std::string_view>> by_doc;
    for (const auto& [doc, text] : uses) by_doc.emplace_back(doc_ids[doc], text);
    std::sort(by_doc.begin(), by_doc.end());
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < by_doc.size(); ++i) {
      if (i > 0 && by_doc[i].first == by_doc[i - 1].first) continue;  // a heading twice
      docs.Varint(by_doc[i].first - next);
      next = by_doc[i].first + 1;
    }
    const auto phrase = static_cast<std::uint32_t>(phrases.size());
    const std::uint32_t of_kind = by_doc.front().first | (kind == CompletionKind::kHeading ? kIsHeading : 0);
    std::uint32_t words = 0;
    for (std::size_t offset = 0; offset < key.size() && words < limits::kMaxCompletionWords; ++words) {
      const std::string_view from = std::string_view(key).substr(offset);
      items.push_back({BeginningOf(from), from, {phrase, static_cast<std::uint32_t>(offset)},
                       of_kind | (offset == 0 ? 0 : kNotFirstWord)});
      offset = std::min(key.find(' ', offset), key.size() - 1) + 1;
    }
    keys += key;
    texts += by_doc.front().second;
    phrases.push_back({static_cast<std::uint32_t>(docs.size()), static_cast<std::uint32_t>(keys.size()),
                       static_cast<std::uint32_t>(texts.size()), static_cast<std::uint32_t>(kind)});
  }
  std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
    if (a.beginning != b.beginning) return a.beginning < b.beginning;
    const int order = a.from.compare(b.from);
    return order != 0 ? order < 0 : a.start.phrase < b.start.phrase;
  });
  ByteWriter out;
  for (const std::size_t count : {phrases.size(), items.size(), docs.size(), keys.size()}) {
    out.Fixed(static_cast<std::uint32_t>(count));
  }
  for (const CompletionTable::PhraseEnds& phrase : phrases) out.Fixed(phrase);
  for (const Item& item : items) out.Fixed(item.start);
  for (const Item& item : items) out.Fixed(item.weight);
  for (std::size_t begin = 0; begin < items.size(); begin += CompletionTable::kBlock) {
    std::uint32_t smallest = UINT32_MAX;
    for (std::size_t i = begin; i < std::min(items.size(), begin + CompletionTable::kBlock); ++i) {
      smallest = std::min(smallest, items[i].weight);
    }
    out.Fixed(smallest);
  }
  out.Raw(docs.view());
  out.Raw(keys);
  out.Raw(texts);
  return out.Take();
}

}  // namespace signpost::segment
