// SPDX-License-Identifier: Apache-2.0
#include "query/parsed_query.h"

#include <algorithm>

#include "base/limits.h"
#include "base/strings.h"
#include "query/advanced_syntax.h"
#include "text/inner_parts.h"
#include "text/placeholder.h"

namespace signpost::query {
namespace {

using text::Token;
using text::TokenKind;

class Parser {
 public:
  Parser(std::string_view text, const text::Analyzer& analyzer, const MatchOptions& options)
      : text_(text), analyzer_(analyzer) {
    analyzer.Analyze(text, &parsed_.tokens);
    parsed_.position_count = static_cast<std::uint32_t>(parsed_.tokens.units.size());
    if (options.advanced_syntax) ranges_ = FindSyntax(text);
    text::TokenList tokens;
    for (const std::string& word : options.optional_words) {
      analyzer.Analyze(word, &tokens);
      for (const Token& token : tokens.tokens) optional_.emplace(tokens.Term(token));
    }
  }

  ParsedQuery Run() {
    for (const Token& token : parsed_.tokens.tokens) {
      if (parsed_.words.size() == limits::kMaxQueryWords) break;
      while (next_range_ < ranges_.size() && ranges_[next_range_].begin <= parsed_.tokens.Begin(token)) {
        AddRange(ranges_[next_range_++]);
      }
      if (parsed_.tokens.Begin(token) >= range_end_) AddToken(token);
    }
    return std::move(parsed_);
  }

 private:
  void AddToken(const Token& token) {
    const text::TokenList& tokens = parsed_.tokens;
    const bool whole = token.kind == TokenKind::kIdentifier && token.span > 1;
    const bool inside = token.position < covered_ && token.kind != TokenKind::kCjkPair;
    if (inside) return;
    if (token.kind == TokenKind::kInner) return AddInner(token);
    if (token.kind == TokenKind::kJoined) {  // wi-fi: its parts are words of the query, "wifi" may stand for them
      parsed_.synonyms.push_back({.begin = token.position,
                                  .end = token.position + token.span,
                                  .replacements = {{std::string(tokens.Term(token))}},
                                  .kind = AlternativeKind::kIdentifier});
      return;
    }
    if (whole) covered_ = token.position + token.span;
    const std::string_view term = tokens.Term(token);
    if (!seen_.insert(std::string(term)).second) return;
    QueryWord word{.text = std::string(Slice(tokens.Begin(token), tokens.End(token))),
                   .term = std::string(term),
                   .kind = token.kind,
                   .position = token.position,
                   .span = token.span,
                   .parts = {},
                   .joined = {},
                   .stop_word = analyzer_.IsStopWord(term),
                   .optional = optional_.contains(term),
                   .quoted = false,
                   .last = tokens.End(token) == text_.size() && !IsBeingComposed(token)};
    if (whole) AddParts(token, &word);
    parsed_.words.push_back(std::move(word));
  }

  // True for the consonants that an input method shows until their character is complete: 返品n, 退款sh. Nothing begins
  // with them that was meant.
  bool IsBeingComposed(const Token& token) const {
    constexpr std::string_view kVowels = "aeiou";
    constexpr std::size_t kMostLetters = 2;
    const text::TokenList& tokens = parsed_.tokens;
    const std::string_view term = tokens.Term(token);
    const bool consonants = std::all_of(term.begin(), term.end(), [kVowels](char c) {
      return c >= 'a' && c <= 'z' && kVowels.find(c) == std::string_view::npos;
    });
    if (!consonants || term.size() > kMostLetters || token.position == 0) return false;
    if (tokens.units[token.position - 1].end != tokens.units[token.position].begin) return false;
    return std::any_of(tokens.tokens.begin(), tokens.tokens.end(), [&](const Token& before) {
      return before.kind == TokenKind::kCjk && before.position + 1 == token.position;
    });
  }

  // Fills what an identifier's word needs of the tokens inside it.
  void AddParts(const Token& whole, QueryWord* word) const {
    const text::TokenList& tokens = parsed_.tokens;
    for (const Token& token : tokens.tokens) {
      if (token.position < whole.position || token.position >= whole.position + whole.span) continue;
      if (token.kind == TokenKind::kJoined && token.span == whole.span) word->joined = tokens.Term(token);
      if (text::IsOfUnit(token)) word->parts.emplace_back(tokens.Term(token));
    }
  }

  // What a word says within itself may stand for it: "skip bridge" for SkipBridge, 3000 for 3,000.
  void AddInner(const Token& inner) {
    std::string_view term = parsed_.tokens.Term(inner);
    if (text::IsPlaceholderTerm(term)) return;  // only documents have some
    std::vector<SynonymMatch>& runs = parsed_.synonyms;
    const bool goes_on = !runs.empty() && runs.back().begin == inner.position && runs.back().end == inner.position + 1;
    if (!goes_on) {
      runs.push_back({.begin = inner.position,
                      .end = inner.position + 1,
                      .replacements = {{}},
                      .kind = AlternativeKind::kIdentifier});
    }
    if (term.starts_with(text::kPieceMark)) term.remove_prefix(1);
    runs.back().replacements.front().emplace_back(term);
  }

  // Adds the words of a range as one phrase, or to what is excluded.
  void AddRange(const SyntaxRange& range) {
    range_end_ = static_cast<std::uint32_t>(range.end);
    const text::TokenList& tokens = parsed_.tokens;
    QueryWord phrase{.text = std::string(Slice(range.begin, range.end)), .quoted = true};
    auto token_it = std::partition_point(tokens.tokens.begin(), tokens.tokens.end(),
                                         [&](const Token& token) { return tokens.Begin(token) < range.begin; });
    for (; token_it != tokens.tokens.end() && tokens.Begin(*token_it) < range.end; ++token_it) {
      const Token& token = *token_it;
      if (!text::IsOfUnit(token) || tokens.End(token) > range.end) continue;
      if (phrase.parts.empty()) phrase.position = token.position;
      phrase.parts.emplace_back(tokens.Term(token));
      phrase.term += (phrase.term.empty() ? "" : " ") + phrase.parts.back();
    }
    if (phrase.parts.empty() || !seen_.insert(StrCat(range.excluded ? "-\"" : "\"", phrase.term)).second) return;
    phrase.span = static_cast<std::uint16_t>(phrase.parts.size());
    if (range.excluded) {
      if (parsed_.excluded.size() == limits::kMaxExcluded) return;
      parsed_.excluded.push_back(std::move(phrase.parts));
    } else {
      parsed_.words.push_back(std::move(phrase));
    }
  }

  std::string_view Slice(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }

  const std::string_view text_;
  const text::Analyzer& analyzer_;
  ParsedQuery parsed_;
  StringSet optional_;
  StringSet seen_;
  std::uint32_t covered_ = 0;  // positions below it belong to an identifier that is a word of the query
  std::vector<SyntaxRange> ranges_;
  std::size_t next_range_ = 0;
  std::uint32_t range_end_ = 0;  // bytes below it belong to a range that was added
};

}  // namespace

ParsedQuery Parse(std::string_view text, const text::Analyzer& analyzer, const MatchOptions& options) {
  return Parser(text, analyzer, options).Run();
}

}  // namespace signpost::query
