// SPDX-License-Identifier: Apache-2.0
// completion_table.h — phrases (titles, headings, queries that are asked often) by what any of their words onward begins with.
//
// How:      a sorted array of word starts, as suffix arrays are (Manber and Myers 1993), so that what was typed is one range; of a range
//           the best come first by the smallest weight of each block.
// Key:      a phrase as it is compared: its units folded, with one space between.
// Weight:   of a word start: whether it is not the first word, whether the phrase is a heading, then the first document that has it:
//           smaller is better. Documents stand in their static order.
// Bytes:    u32 phrases, u32 word starts, u32 bytes of documents, u32 bytes of keys; for each phrase u32 ends of its documents, its
//           key and its text, u32 kind; for each word start u32 phrase and u32 offset in the key, ascending by what stands there; a u32
//           weight for each; the smallest of each block of 64; documents (varint distances, one list a phrase); keys; texts.
// Trust:    Open checks sizes, and every read is bounded: hostile bytes give wrong answers at worst.
// Threads:  immutable; const methods may run concurrently. The builder belongs to one thread.
#ifndef SIGNPOST_SEGMENT_COMPLETION_TABLE_H_
#define SIGNPOST_SEGMENT_COMPLETION_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <absl/status/statusor.h>

#include "base/bytes.h"
#include "base/ids.h"
#include "text/analyzer.h"

namespace signpost::segment {

enum class CompletionKind : std::uint32_t { kTitle = 0, kHeading = 1 };

// Returns the key of what was analysed.
std::string CompletionKey(const text::TokenList& tokens);

// Word starts [begin, end) in the order of the table.
struct CompletionRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t size() const { return end - begin; }
};

class CompletionTable {
 public:
  CompletionTable() = default;  // without phrases

  // DataLoss: the parts do not fit into the bytes.
  static absl::StatusOr<CompletionTable> Open(std::string_view bytes);

  std::uint32_t start_count() const { return static_cast<std::uint32_t>(starts_.size()); }

  // Returns the word starts from which on a key begins with `typed`.
  CompletionRange Find(std::string_view typed) const;
  // Returns those at which the whole word `term` stands, or, when `prefix` is set, a word that begins so.
  CompletionRange FindWord(std::string_view term, bool prefix) const;

  // REQUIRES for all below: numbers in range.
  std::uint32_t Weight(std::uint32_t start) const { return weights_[start]; }
  std::uint32_t Phrase(std::uint32_t start) const;
  bool IsFirstWord(std::uint32_t start) const { return starts_[start].offset == 0; }
  std::string_view Key(std::uint32_t phrase) const;
  std::string_view Text(std::uint32_t phrase) const;
  CompletionKind Kind(std::uint32_t phrase) const;
  // Calls use(doc) for the documents of a phrase, ascending, until it returns false.
  template <typename Use>
  void ForEachDoc(std::uint32_t phrase, Use use) const;

 private:
  friend class CompletionStream;
  static constexpr std::uint32_t kBlock = 64;

  struct PhraseEnds {
    std::uint32_t docs = 0;
    std::uint32_t key = 0;
    std::uint32_t text = 0;
    std::uint32_t kind = 0;
  };
  struct Start {
    std::uint32_t phrase = 0;
    std::uint32_t offset = 0;
  };
  std::string_view From(std::uint32_t start) const;
  template <typename Before>
  std::uint32_t LowerBound(Before before) const;

  friend class CompletionTableBuilder;
  FixedArray<PhraseEnds> phrases_;
  FixedArray<Start> starts_;
  FixedArray<std::uint32_t> weights_;
  FixedArray<std::uint32_t> block_weights_;
  std::string_view docs_;
  std::string_view keys_;
  std::string_view texts_;
};

// The word starts of a range, smallest weight first.
// Cost:     a heap of the blocks of the range; those that are not reached are not read.
class CompletionStream {
 public:
  // The table must outlive the stream.
  CompletionStream(const CompletionTable& table, CompletionRange range);

  // Puts the next word start into `*start`; false at the end.
  bool Next(std::uint32_t* start);

 private:
  static constexpr std::uint32_t kIsBlock = 1u << 31;
  // The weight, and the word start or the block, marked by kIsBlock.
  using Item = std::pair<std::uint32_t, std::uint32_t>;
  void Push(std::uint32_t begin, std::uint32_t end);

  const CompletionTable& table_;
  std::vector<Item> heap_;  // smallest first
};

class CompletionTableBuilder {
 public:
  // Adds a phrase of a document. What is longer than limits::kMaxCompletionBytes is left out: nobody types so far.
  void Add(CompletionKind kind, std::string_view text, std::string_view key, std::uint32_t doc);

  // Returns the bytes. `doc_ids`: the place of each document in the static order, by the number given to Add.
  std::string Build(const std::vector<std::uint32_t>& doc_ids) const;

 private:
  // By key and kind: the documents, and the text that each has.
  std::map<std::pair<std::string, CompletionKind>, std::vector<std::pair<std::uint32_t, std::string>>> phrases_;
};

template <typename Use>
void CompletionTable::ForEachDoc(std::uint32_t phrase, Use use) const {
  const std::uint32_t begin = phrase == 0 ? 0 : phrases_[phrase - 1].docs;
  const std::uint32_t end = phrases_[phrase].docs;
  if (begin > end || end > docs_.size()) return;
  ByteReader in(docs_.substr(begin, end - begin));
  for (std::uint64_t next = 0; !in.done();) {
    const std::uint64_t doc = next + in.Varint32();
    if (!in.ok() || doc > UINT32_MAX || !use(static_cast<std::uint32_t>(doc))) return;
    next = doc + 1;
  }
}

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_COMPLETION_TABLE_H_
