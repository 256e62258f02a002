// SPDX-License-Identifier: Apache-2.0
// naive_rules.h — rules tried one by one, by the words of <signpost/rules.h> and without an index, a memory or shared work.
#ifndef SIGNPOST_TESTS_RULES_NAIVE_RULES_H_
#define SIGNPOST_TESTS_RULES_NAIVE_RULES_H_

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <re2/re2.h>

#include "base/limits.h"
#include "base/strings.h"
#include "rules/outcome.h"
#include "rules/rule_gate.h"
#include "rules/rule_query.h"
#include "rules/templates.h"
#include "rules/term_trie.h"
#include "text/language_pack.h"

namespace signpost::rules::naive {

// One piece of a pattern: a term, or a capture.
struct Piece {
  std::string term;     // empty: a capture
  std::string name;     // of a capture
  std::string accepts;  // "", validators, or /EXPRESSION/
};

inline std::vector<Piece> ReadPattern(std::string_view text, const text::Analyzer& analyzer) {
  std::vector<Piece> out;
  auto add_words = [&](std::string_view words) {
    text::TokenList tokens;
    analyzer.Analyze(words, &tokens);
    for (const text::Token& token : tokens.tokens) {
      if (text::IsOfUnit(token)) out.push_back({.term = std::string(tokens.Term(token))});
    }
  };
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('{'), text.size());
    add_words(text.substr(0, open));
    if (open == text.size()) break;
    const bool expression = text.substr(open).find(":/") < text.substr(open).find('}');
    const std::size_t close = expression ? text.find("/}", open) + 1 : text.find('}', open);
    const std::string_view inner = text.substr(open + 1, close - open - 1);
    const std::size_t colon = inner.find(':');
    Piece piece{.name = std::string(inner.substr(0, colon))};
    if (colon != std::string_view::npos) piece.accepts = inner.substr(colon + 1);
    if (colon == std::string_view::npos && FindValidator(piece.name) != nullptr) piece.accepts = piece.name;
    out.push_back(piece);
    text.remove_prefix(close + 1);
  }
  return out;
}

// A query and one pattern.
class Matcher {
 public:
  Matcher(std::vector<Piece> pieces, Anchoring anchoring, const RuleQuery& query)
      : pieces_(std::move(pieces)), anchoring_(anchoring), query_(query) {}

  std::optional<Captures> Run() {
    if (anchoring_ == Anchoring::kAny) return Captures();
    const bool captures = std::any_of(pieces_.begin(), pieces_.end(), [](const Piece& p) { return p.term.empty(); });
    if (captures && query_.size() > limits::kMaxRuleQueryTokens) return {};
    const bool from_start = anchoring_ == Anchoring::kIs || anchoring_ == Anchoring::kStartsWith;
    for (std::size_t start = 0; start <= (from_start ? 0 : query_.size()); ++start) {
      captures_.clear();
      if (From(0, start)) return captures_;
    }
    return {};
  }

 private:
  bool From(std::size_t piece, std::size_t unit) {
    const bool to_end = anchoring_ == Anchoring::kIs || anchoring_ == Anchoring::kEndsWith;
    if (piece == pieces_.size()) return !to_end || unit == query_.size();
    if (unit >= query_.size()) return false;
    const Piece& wanted = pieces_[piece];
    if (!wanted.term.empty()) return query_.term_text(unit) == wanted.term && From(piece + 1, unit + 1);
    for (std::size_t end = std::min(query_.size(), unit + limits::kMaxCaptureTokens); end > unit; --end) {
      const std::optional<std::string> value = Take(piece, unit, end);
      if (!value) continue;
      captures_.push_back({wanted.name, *value});
      if (From(piece + 1, end)) return true;
      captures_.pop_back();
    }
    return false;
  }

  std::optional<std::string> Take(std::size_t piece, std::size_t begin, std::size_t end) const {
    const bool after_word = piece > 0 && !pieces_[piece - 1].term.empty();
    const bool before_word = piece + 1 < pieces_.size() && !pieces_[piece + 1].term.empty();
    if (query_.inside_word(begin) && !after_word) return {};
    if (query_.inside_word(end) && !before_word) return {};
    const std::string raw(query_.Text(begin, end));
    if (raw.size() > limits::kMaxCaptureBytes) return {};
    bool spaced = false;
    for (std::size_t i = begin + 1; i < end; ++i) spaced |= query_.spaced(i);
    const std::string& accepts = pieces_[piece].accepts;
    if (accepts.empty()) return spaced ? std::nullopt : std::optional(raw);
    const std::string plain = query_.Value(1, begin, end);  // class 1 of the caller is a validator
    if (accepts.front() == '/') {
      re2::RE2::Options options;
      options.set_case_sensitive(false);
      const bool matches = re2::RE2::FullMatch(plain, re2::RE2(accepts.substr(1, accepts.size() - 2), options));
      return matches && !spaced ? std::optional(plain) : std::nullopt;
    }
    return AcceptsOne(accepts, plain, spaced) ? std::optional(plain) : std::nullopt;
  }

  bool AcceptsOne(std::string_view names, std::string_view value, bool spaced) const {
    const bool bare = std::all_of(pieces_.begin(), pieces_.end(), [](const Piece& p) { return p.term.empty(); });
    bool accepted = false;
    bool any_spaced = false;
    while (!names.empty()) {
      std::string_view name = names.substr(0, names.find('|'));
      names.remove_prefix(std::min(name.size() + 1, names.size()));
      const bool weak_too = name.ends_with('?');
      if (weak_too) name.remove_suffix(1);
      const Validator* validator = FindValidator(name);
      any_spaced |= validator->spaced;
      const Strength strength = validator->strength(value);
      accepted |= strength == Strength::kStrong || (strength == Strength::kWeak && (weak_too || !bare)) ||
                  (strength == Strength::kArticle && !bare);
    }
    return accepted && (any_spaced || !spaced);
  }

  const std::vector<Piece> pieces_;
  const Anchoring anchoring_;
  const RuleQuery& query_;
  Captures captures_;
};

// What each of the rules does, tried in their order.
inline Outcome Apply(const std::vector<Rule>& rules, const RuleRequest& request) {
  const text::Analyzer analyzer(text::FindLanguagePack(""));
  TermTrie terms;
  CaptureClasses classes;
  classes.AddAny();
  (void)classes.AddValidators("number");
  const RuleQuery query(request.query, analyzer, terms, classes);
  Outcome outcome;
  for (const Rule& rule : rules) {
    if (!rule.enabled || !IsInForce(rule, request)) continue;
    std::optional<Captures> captures;
    if (rule.conditions.empty()) captures.emplace();
    for (const RuleCondition& condition : rule.conditions) {
      if (captures || !IsOpen(condition, request)) continue;
      captures = Matcher(ReadPattern(condition.pattern, analyzer), condition.anchoring, query).Run();
    }
    if (!captures) continue;
    if (!rule.consequence.redirect_url.empty()) {
      Outcome alone;
      alone.redirect =
          Redirect{.url = FillRedirectUrl(rule.consequence.redirect_url, *captures), .rule = rule.object_id};
      alone.applied = {rule.object_id};
      return alone;
    }
    outcome.applied.push_back(rule.object_id);
    if (!rule.consequence.user_data.is_null())
      outcome.user_data.push_back(FillUserData(rule.consequence.user_data, *captures));
  }
  return outcome;
}

}  // namespace signpost::rules::naive

#endif  // SIGNPOST_TESTS_RULES_NAIVE_RULES_H_
