// SPDX-License-Identifier: Apache-2.0
#include "suggest/did_you_mean.h"

#include <algorithm>
#include <string>
#include <vector>

#include "text/analyzer.h"

namespace signpost::suggest {
namespace {

// Two words that stand nowhere, and one where they stand together: hardly anything else can be meant.
constexpr double kJoinConfidence = 0.9;

// Bytes [begin, end) of the query to replace.
struct Replacement {
  std::uint32_t begin;
  std::uint32_t end;
  std::string text;
};

class Corrector {
 public:
  Corrector(std::string_view text, const query::ParsedQuery& query) : text_(text), query_(query) {}

  void Take(const query::Slot& slot) {
    const query::QueryWord& word = query_.words[slot.word];
    if (slot.alternatives.empty() || word.quoted) return;
    if (slot.alternatives.front().kind == AlternativeKind::kJoined) {
      Join(slot.position, slot.alternatives.front().text);
    } else if (slot.correction) {
      confidence_ *= slot.correction->confidence;
      for (const text::Token& token : query_.tokens.tokens) {
        if (token.span == 1 && query_.tokens.Term(token) == word.term) {
          Replace(query_.tokens.Begin(token), query_.tokens.End(token), slot.correction->text);
        }
      }
    }
  }

  std::optional<DidYouMean> Finish() {
    if (replacements_.empty() || confidence_ < kLeastConfidence) return std::nullopt;
    std::sort(replacements_.begin(), replacements_.end(),
              [](const Replacement& a, const Replacement& b) { return a.begin < b.begin; });
    DidYouMean out{.query = {}, .confidence = confidence_};
    std::uint32_t done = 0;
    for (const Replacement& replacement : replacements_) {
      if (replacement.begin < done) continue;
      out.query.append(text_.substr(done, replacement.begin - done)).append(replacement.text);
      done = replacement.end;
    }
    out.query.append(text_.substr(done));
    return out;
  }

 private:
  // Replaces the run of words around `position` that `joined` is put together of.
  void Join(std::uint32_t position, std::string_view joined) {
    const std::vector<text::Token>& tokens = query_.tokens.tokens;
    for (std::size_t first = 0; first < tokens.size(); ++first) {
      if (tokens[first].span != 1 || tokens[first].position > position) continue;
      std::string term;
      std::size_t last = first;
      for (; last < tokens.size() && term.size() < joined.size(); ++last) term += query_.tokens.Term(tokens[last]);
      if (term != joined || tokens[last - 1].position < position) continue;
      if (Replace(query_.tokens.Begin(tokens[first]), query_.tokens.End(tokens[last - 1]), joined)) {
        confidence_ *= kJoinConfidence;
      }
      return;
    }
  }

  // Returns false when it is there already.
  bool Replace(std::uint32_t begin, std::uint32_t end, std::string_view text) {
    const bool known = std::any_of(replacements_.begin(), replacements_.end(),
                                   [&](const Replacement& r) { return r.begin == begin && r.end == end; });
    if (!known) replacements_.push_back({begin, end, std::string(text)});
    return !known;
  }

  const std::string_view text_;
  const query::ParsedQuery& query_;
  std::vector<Replacement> replacements_;
  double confidence_ = 1;
};

}  // namespace

std::optional<DidYouMean> Correct(std::string_view text, const query::ParsedQuery& query, const query::Plan& plan) {
  Corrector corrector(text, query);
  for (const query::Slot& slot : plan.slots) corrector.Take(slot);
  return corrector.Finish();
}

}  // namespace signpost::suggest
