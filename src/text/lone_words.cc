// SPDX-License-Identifier: Apache-2.0
#include "text/lone_words.h"

#include <algorithm>
#include <bit>

#include "text/ascii_block.h"

namespace signpost::text {
namespace {

bool EndsAlone(const char* end, unsigned size) {
  const Beside behind = BesideOf(*end);
  if (behind == Beside::kGap) return true;
  if (behind == Beside::kWord || (end[1] != ' ' && end[1] != '\n')) return false;
  return size > 1 || (*end != '#' && *end != '+');  // C# is a name
}

// Returns the size of the lone word that `block` begins with, or 0. `at` is where the block was read.
// REQUIRES: kAsciiBlockBytes + 1 bytes from `at` on.
unsigned LoneWordSize(const AsciiBlock& block, const char* at, LoneCase lone_case) {
  const auto size = static_cast<unsigned>(std::countr_one(block.Letters()));
  if (size == 0 || size >= kAsciiBlockBytes || !EndsAlone(at + size, size)) return 0;
  const unsigned all = (1u << size) - 1;
  const unsigned capitals = block.Capitals() & all;
  if (lone_case == LoneCase::kSmall) return capitals == 0 ? size : 0;
  return capitals <= 1 || capitals == all ? size : 0;
}

// The end of an arena, into which terms are written a block at a time: it is longer meanwhile than what is written.
class ArenaTail {
 public:
  explicit ArenaTail(std::string* arena) : arena_(*arena), written_(arena->size()), room_(written_) {}
  ~ArenaTail() { arena_.resize(written_); }
  ArenaTail(const ArenaTail&) = delete;
  ArenaTail& operator=(const ArenaTail&) = delete;

  std::uint32_t written() const { return static_cast<std::uint32_t>(written_); }

  void Add(const AsciiBlock& block, unsigned size) {
    if (written_ + kAsciiBlockBytes > room_) Grow();
    block.WriteLower(arena_.data() + written_);
    written_ += size;
  }

 private:
  void Grow() {
    room_ = written_ + step_;
    step_ = std::min(2 * step_, kMaxStep);
    arena_.resize(room_);
  }

  static constexpr std::size_t kMaxStep = 4096;

  std::string& arena_;
  std::size_t written_;
  std::size_t room_;
  std::size_t step_ = 64;
};

}  // namespace

std::size_t AppendLoneWords(std::string_view text, std::size_t begin, LoneCase lone_case, TokenList* out) {
  ArenaTail terms(&out->arena);
  auto position = static_cast<std::uint32_t>(out->units.size());
  std::size_t i = begin;
  while (i + kAsciiBlockBytes < text.size()) {
    const AsciiBlock block(text.data() + i);
    const unsigned size = LoneWordSize(block, text.data() + i, lone_case);
    if (size == 0) break;
    out->units.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + size)});
    out->tokens.push_back({position++, 1, TokenKind::kWord, terms.written(), size});
    terms.Add(block, size);
    i += size + 1;  // what ends a word begins none
    while (i < text.size() && BesideOf(text[i]) != Beside::kWord) ++i;
    if (BesideOf(text[i - 1]) != Beside::kGap) break;
  }
  return i;
}

}  // namespace signpost::text
