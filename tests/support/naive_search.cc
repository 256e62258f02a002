// SPDX-License-Identifier: Apache-2.0
#include "support/naive_search.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "lexicon/edit_distance.h"
#include "query/parsed_query.h"
#include "text/analyzer.h"
#include "text/inner_parts.h"
#include "text/language_pack.h"

namespace {

using signpost::text::Analyzer;
using signpost::text::TokenKind;

// The terms of each document, with their places, so that parts of an identifier can be checked for standing side by side.
struct Text {
  struct Place {
    std::string term;
    std::uint32_t position;
    std::uint32_t span;
  };
  std::vector<std::vector<Place>> values;  // one for each value of each field
  std::set<std::string> terms;
};

Text Read(const signpost::Document& document, const Analyzer& analyzer) {
  std::vector<std::string> values = document.keywords;
  values.push_back(document.title);
  for (const signpost::Section& section : document.sections) {
    values.push_back(section.heading);
    values.push_back(section.text);
  }
  Text text;
  signpost::text::TokenList tokens;
  for (const std::string& value : values) {
    analyzer.Analyze(value, &tokens);
    auto& places = text.values.emplace_back();
    for (const auto& token : tokens.tokens) {
      places.push_back({std::string(tokens.Term(token)), token.position, token.span});
      text.terms.emplace(tokens.Term(token));
    }
  }
  return text;
}

bool HoldsPhrase(const Text& text, const std::vector<std::string>& phrase) {
  for (const auto& places : text.values) {
    std::set<std::uint32_t> ends;  // where the phrase so far may end
    for (const auto& place : places) {
      if (place.term == phrase.front()) ends.insert(place.position + place.span);
    }
    for (std::size_t i = 1; i < phrase.size(); ++i) {
      std::set<std::uint32_t> next;
      for (const auto& place : places) {
        if (place.term == phrase[i] && ends.contains(place.position)) next.insert(place.position + place.span);
      }
      ends = next;
    }
    if (!ends.empty()) return true;
  }
  return false;
}

// How a piece of a longer word is indexed: ~bridge for SkipBridge.
std::string Inner(const std::string& term) { return signpost::text::kPieceMark + term; }

bool HasDigit(const std::string& s) { return s.find_first_of("0123456789") != std::string::npos; }

std::u32string CodePoints(const std::string& s) {
  std::u32string out;
  signpost::ToCodePoints(s, &out);
  return out;
}

// True when `term` may stand for the misspelled `word`.
bool IsTypo(const std::string& word, const std::string& term, bool last, const signpost::TypoTolerance& typos) {
  if (HasDigit(term)) return false;
  const std::u32string w = CodePoints(word), t = CodePoints(term);
  auto allowed = [&](int edits, std::size_t length) {
    return edits == 0 || (edits == 1 && length >= static_cast<std::size_t>(typos.min_word_size_for_1_typo)) ||
           (edits == 2 && length >= static_cast<std::size_t>(typos.min_word_size_for_2_typos));
  };
  if (allowed(signpost::lexicon::EditDistance(w, t), std::max(w.size(), t.size()))) return true;
  return last && allowed(signpost::lexicon::PrefixEditDistance(w, t), w.size());
}

// What a word of the query stands for in one document.
struct Alternatives {
  std::set<std::string> forms;   // the word itself and its stem class
  std::set<std::string> others;  // by prefix or typo
  std::vector<std::vector<std::string>> phrases;
  bool HasForm(const Text& text) const {
    return std::any_of(forms.begin(), forms.end(), [&](const auto& f) { return text.terms.contains(f); }) ||
           std::any_of(phrases.begin(), phrases.end(), [&](const auto& p) { return HoldsPhrase(text, p); });
  }
  bool Holds(const Text& text) const {
    return HasForm(text) ||
           std::any_of(others.begin(), others.end(), [&](const auto& o) { return text.terms.contains(o); });
  }
};

class Search {
 public:
  Search(const std::vector<signpost::Document>& documents, const std::string& lang,
         const signpost::TypoTolerance& typos)
      : analyzer_(signpost::text::FindLanguagePack(lang)), documents_(documents), typos_(typos) {
    for (const auto& document : documents) {
      texts_.push_back(Read(document, analyzer_));
      lexicon_.insert(texts_.back().terms.begin(), texts_.back().terms.end());
    }
  }

  std::set<std::string> Run(const std::string& query) {
    const signpost::query::ParsedQuery parsed = signpost::query::Parse(query, analyzer_);
    for (const auto& word : parsed.words) AddWord(parsed, word);
    std::set<std::string> hits;
    for (std::size_t d = 0; d < texts_.size(); ++d) {
      if (total_ > 0 && information_.size() == texts_.size() && information_[d] >= 0.05 * total_) {
        hits.insert(documents_[d].object_id);
      }
    }
    return hits;
  }

 private:
  void AddWord(const signpost::query::ParsedQuery& parsed, const signpost::query::QueryWord& word) {
    Alternatives alternatives = Plan(word);
    for (const auto& run : parsed.synonyms) {  // wi-fi as wifi, SkipBridge as skip bridge
      if (word.position < run.begin || word.position + word.span > run.end) continue;
      for (const auto& terms : run.replacements) {
        if (terms.size() > 1) {
          if (AllKnown(terms)) alternatives.phrases.push_back(terms);
          continue;
        }
        const std::string stem = analyzer_.Stem(terms.front());
        for (const auto& term : lexicon_) {
          if (term == terms.front() || analyzer_.Stem(term) == stem) alternatives.forms.insert(term);
        }
      }
    }
    const bool any_term = !alternatives.forms.empty() || !alternatives.others.empty() || !alternatives.phrases.empty();
    if (!any_term && word.parts.empty()) AddTypos(word, &alternatives);
    if (!any_term && !word.parts.empty()) {
      for (std::size_t i = 0; i < word.parts.size(); ++i) {
        signpost::query::QueryWord part = word;
        part.term = word.parts[i];
        part.kind = TokenKind::kPart;
        part.parts.clear();
        part.last = word.last && i + 1 == word.parts.size();
        part.stop_word = false;
        Count(Plan(part), 1);
      }
      return;
    }
    double weight = word.stop_word ? 0.2 : 1;
    if (word.kind == TokenKind::kCjk) {
      for (const auto& other : parsed.words) {
        const bool beside = other.position == word.position || other.position + 1 == word.position;
        if (other.kind == TokenKind::kCjkPair && beside) weight = 0;
      }
    }
    Count(alternatives, weight);
  }

  Alternatives Plan(const signpost::query::QueryWord& word) const {
    Alternatives out;
    const bool cjk = word.kind == TokenKind::kCjk || word.kind == TokenKind::kCjkPair;
    const std::string stem = analyzer_.Stem(word.term);
    for (const std::string& term : lexicon_) {
      const bool form = term == word.term || (!cjk && word.parts.empty() && analyzer_.Stem(term) == stem) ||
                        (!word.joined.empty() && term == word.joined);
      if (form) {
        out.forms.insert(term);
      } else if (!cjk && word.parts.empty() && term == Inner(word.term)) {
        out.others.insert(term);
      } else if (!cjk && word.last && word.parts.empty() && term.starts_with(Inner(word.term))) {
        out.others.insert(term);
      } else if (!cjk && word.last && term.starts_with(word.term)) {
        out.others.insert(term);
      }
    }
    if (!word.parts.empty() && AllKnown(word.parts)) out.phrases.push_back(word.parts);
    return out;
  }

  bool AllKnown(const std::vector<std::string>& terms) const {
    return std::all_of(terms.begin(), terms.end(), [&](const auto& term) { return lexicon_.contains(term); });
  }

  void AddTypos(const signpost::query::QueryWord& word, Alternatives* out) const {
    if (word.kind != TokenKind::kWord || HasDigit(word.term) || !typos_.enabled) return;
    for (const std::string& term : lexicon_) {
      if (IsTypo(word.term, term, word.last, typos_)) out->others.insert(term);
    }
  }

  // Adds a word's information to the documents that hold it.
  void Count(const Alternatives& alternatives, double weight) {
    information_.resize(texts_.size());
    double forms = 0, any = 0;
    for (const Text& text : texts_) {
      forms += alternatives.HasForm(text);
      any += alternatives.Holds(text);
    }
    if (any == 0) return;
    const double df = forms > 0 ? forms : any;
    const double n = static_cast<double>(texts_.size());
    const double information = weight * std::log(1 + (n - df + 0.5) / (df + 0.5));
    total_ += information;
    for (std::size_t d = 0; d < texts_.size(); ++d) {
      if (alternatives.Holds(texts_[d])) information_[d] += static_cast<float>(information);
    }
  }

  Analyzer analyzer_;
  const std::vector<signpost::Document>& documents_;
  const signpost::TypoTolerance& typos_;
  std::vector<Text> texts_;
  std::set<std::string> lexicon_;
  std::vector<float> information_;
  double total_ = 0;
};

}  // namespace

std::set<std::string> NaiveSearch(const std::vector<signpost::Document>& documents, const std::string& lang,
                                  const std::string& query, const signpost::TypoTolerance& typos) {
  return Search(documents, lang, typos).Run(query);
}
