// SPDX-License-Identifier: Apache-2.0
#include "catalog/completion_search.h"

#include <algorithm>
#include <queue>
#include <string>
#include <string_view>
#include <tuple>

#include <absl/container/flat_hash_set.h>

#include "base/limits.h"

namespace signpost::catalog {
namespace {

using segment::CompletionRange;
using segment::CompletionTable;

// True when the word stands in the key, or, unless `whole`, begins a word of it.
bool HoldsWord(std::string_view key, std::string_view word, bool whole) {
  for (std::size_t at = key.find(word); at != std::string_view::npos; at = key.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || key[at - 1] == ' ') && (!whole || end == key.size() || key[end] == ' ')) return true;
  }
  return false;
}

// The words that a phrase must hold: those that say something, or all when none does.
std::vector<std::size_t> WordsThatCount(const TypedQuery& typed) {
  std::vector<std::size_t> out;
  for (std::size_t w = 0; w < typed.words.size(); ++w) {
    if (typed.weak[w] == 0) out.push_back(w);
  }
  if (out.empty()) {
    for (std::size_t w = 0; w < typed.words.size(); ++w) out.push_back(w);
  }
  return out;
}

class Completer {
 public:
  Completer(const CompletionTable& table, const TypedQuery& typed, std::size_t count, const WantedDoc& wanted)
      : table_(table), typed_(typed), count_(count), wanted_(wanted) {}

  std::vector<Completion> Run() {
    const bool whole = typed_.whole.back() != 0;
    Take(table_.FindWord(typed_.Key(), !whole), kTier, limits::kMaxCompletionStarts,
         [&](std::uint32_t start) -> std::optional<CompletionForm> {
           return table_.IsFirstWord(start) ? CompletionForm::kBegins : CompletionForm::kInside;
         });
    if (out_.size() < count_ && typed_.words.size() > 1) TakeApart();
    return std::move(out_);
  }

 private:
  // Looks at word starts, best first, until none that follows can be among the best. `tier`: the bits of a weight that order phrases
  // before their documents do; without all of them the order of the stream is another, and all are looked at.
  template <typename FormOf>
  void Take(CompletionRange range, std::uint32_t tier, std::uint32_t most, FormOf form_of) {
    segment::CompletionStream stream(table_, range);
    const std::size_t before = out_.size();
    const std::size_t room = count_ - before;
    std::vector<std::pair<std::uint32_t, Completion>> found;  // by the weight of the document that is wanted
    std::priority_queue<std::uint32_t> best;                  // the `room` smallest of these weights
    std::uint32_t start = 0;
    for (std::uint32_t looked = 0; looked < most && stream.Next(&start); ++looked) {
      if (tier == kTier && best.size() == room && table_.Weight(start) > best.top()) break;
      const std::optional<CompletionForm> form = form_of(start);
      const std::uint32_t phrase = table_.Phrase(start);
      if (!form || !seen_.insert(phrase).second) continue;
      const std::optional<std::uint32_t> doc = wanted_(phrase);
      if (!doc) continue;
      const std::uint32_t weight = (table_.Weight(start) & tier) | (*doc & ~kTier);
      found.push_back({weight, {phrase, *form, *doc}});
      best.push(weight);
      if (best.size() > room) best.pop();
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
      return std::tie(a.first, a.second.phrase) < std::tie(b.first, b.second.phrase);
    });
    for (std::size_t i = 0; i < std::min(found.size(), room); ++i) out_.push_back(found[i].second);
  }

  void TakeApart() {
    const std::vector<std::size_t> words = WordsThatCount(typed_);
    CompletionRange rarest;
    std::size_t rarest_word = words.size();
    for (const std::size_t w : words) {
      const CompletionRange range = table_.FindWord(typed_.words[w], typed_.whole[w] == 0);
      if (range.size() == 0) return;
      if (rarest_word == words.size() || range.size() < rarest.size()) {
        rarest = range;
        rarest_word = w;
      }
    }
    Take(rarest, kHeadingTier, limits::kMaxCompletionChecks, [&](std::uint32_t start) -> std::optional<CompletionForm> {
      const std::string_view key = table_.Key(table_.Phrase(start));
      for (const std::size_t w : words) {
        if (!HoldsWord(key, typed_.words[w], typed_.whole[w] != 0)) return std::nullopt;
      }
      return CompletionForm::kApart;
    });
  }

  static constexpr std::uint32_t kTier = 3u << 30;         // of a weight: the rest is the document
  static constexpr std::uint32_t kHeadingTier = 1u << 30;  // where the word stands does not matter to words apart

  const CompletionTable& table_;
  const TypedQuery& typed_;
  const std::size_t count_;
  const WantedDoc& wanted_;
  absl::flat_hash_set<std::uint32_t> seen_;  // phrases
  std::vector<Completion> out_;
};

}  // namespace

std::vector<Completion> Complete(const segment::CompletionTable& table, const TypedQuery& typed, std::size_t count,
                                 const WantedDoc& wanted) {
  if (typed.words.empty() || count == 0) return {};
  return Completer(table, typed, count, wanted).Run();
}

}  // namespace signpost::catalog
