// SPDX-License-Identifier: Apache-2.0
// mark_oracle.h — says of highlights what is wrong with them, from nothing but the text analysed again and the plan: no stored
// offsets, no postings.
#ifndef SIGNPOST_TESTS_HIGHLIGHT_MARK_ORACLE_H_
#define SIGNPOST_TESTS_HIGHLIGHT_MARK_ORACLE_H_

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/deadline.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "highlight/byte_block.h"
#include "highlight/highlighter.h"
#include "match/doc_match.h"
#include "query/parsed_query.h"
#include "query/plan.h"
#include "segment/corpus.h"
#include "segment/segment_builder.h"
#include "text/analyzer.h"
#include "text/grapheme.h"
#include "text/language_pack.h"

namespace signpost::highlight {

// Tags and ellipsis that no text of the tests holds.
inline HighlightOptions OracleOptions() {
  HighlightOptions out;
  out.pre_tag = "\x01";
  out.post_tag = "\x02";
  out.ellipsis = "\x03";
  out.escape = Escape::kNone;
  return out;
}

// A highlighted text taken apart.
struct Taken {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> marks;  // bytes [begin, end) of it
  bool cut_front = false, cut_back = false;
  bool well_formed = true;  // tags come in pairs, and hold something
};
inline Taken TakeApart(std::string_view value) {
  Taken out;
  bool open = false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\x01') {
      out.well_formed &= !open;
      out.marks.emplace_back(out.text.size(), 0);
      open = true;
    } else if (value[i] == '\x02') {
      out.well_formed &= open && out.marks.back().first < out.text.size();
      if (open) out.marks.back().second = out.text.size();
      open = false;
    } else if (value[i] == '\x03') {
      (i == 0 ? out.cut_front : out.cut_back) = true;
    } else {
      out.text += value[i];
    }
  }
  out.well_formed &= !open;
  return out;
}

// What must be marked of each unit of a text.
enum class Need : char { kNothing, kMay, kPart, kAll };

class MarkOracle {
 public:
  MarkOracle(const query::Plan& plan, const text::Analyzer& analyzer, bool whole_words)
      : plan_(plan), analyzer_(analyzer), whole_words_(whole_words) {}

  // Returns what is wrong with marks on `text`, of which only the bytes [begin, end) are shown; "" when nothing is.
  std::string Broken(std::string_view text, const std::vector<std::pair<std::size_t, std::size_t>>& marks,
                     std::size_t begin, std::size_t end) {
    analyzer_.Analyze(text, &tokens_);
    const std::vector<Need> needs = Needs();
    for (const auto& [from, to] : marks) {
      if (!IsBoundary(text, from) || !IsBoundary(text, to)) return "a mark cuts a grapheme";
      if (std::none_of(tokens_.units.begin(), tokens_.units.end(),
                       [&, f = from, t = to](const text::Unit& unit) { return unit.begin < t && f < unit.end; })) {
        return "a mark is on no word";
      }
    }
    for (std::size_t u = 0; u < tokens_.units.size(); ++u) {
      const text::Unit unit = tokens_.units[u];
      if (unit.begin < begin || unit.end > end) continue;
      std::size_t covered = 0;
      for (const auto& [from, to] : marks) {
        const std::size_t first = std::max<std::size_t>(from, unit.begin), last = std::min<std::size_t>(to, unit.end);
        if (first < last) covered += last - first;
      }
      const std::string word(text.substr(unit.begin, unit.end - unit.begin));
      if (needs[u] == Need::kNothing && covered > 0) return StrCat("marked although it does not match: ", word);
      if (needs[u] == Need::kPart && covered == 0 && Fits(u, begin, end)) return StrCat("not marked: ", word);
      if (needs[u] == Need::kAll && covered < unit.end - unit.begin && Fits(u, begin, end)) {
        return StrCat("not all marked: ", word);
      }
    }
    return {};
  }

  const text::TokenList& tokens() const { return tokens_; }

 private:
  // A match that reaches over the beginning or the end of a snippet is not marked.
  bool Fits(std::size_t unit, std::size_t begin, std::size_t end) const {
    return std::none_of(reaches_.begin(), reaches_.end(), [&](const auto& reach) {
      return reach.first <= unit && unit < reach.second &&
             (tokens_.units[reach.first].begin < begin || tokens_.units[reach.second - 1].end > end);
    });
  }

  static bool IsBoundary(std::string_view text, std::size_t at) {
    std::size_t i = 0;
    while (i < at) i = text::GraphemeEnd(text, i);
    return i == at;
  }

  void Cover(std::size_t begin, std::size_t end, Need need, std::vector<Need>* out) {
    // Of several units the typed beginning may be in the first alone.
    for (std::size_t u = begin; u < end; ++u) {
      (*out)[u] = std::max((*out)[u], need == Need::kPart && u > begin ? Need::kMay : need);
    }
    if (end - begin > 1) reaches_.emplace_back(begin, end);
  }

  std::vector<Need> Needs() {
    std::vector<Need> out(tokens_.units.size(), Need::kNothing);
    reaches_.clear();
    for (const query::Slot& slot : plan_.slots) {
      if (!slot.marked) continue;
      for (const query::Alternative& alternative : slot.alternatives) {
        const bool partly = alternative.typed_bytes > 0 || alternative.kind == AlternativeKind::kCompound ||
                            alternative.text.starts_with('~');
        const Need need = partly && !whole_words_ ? Need::kPart : Need::kAll;
        if (alternative.phrases.empty()) {
          CoverTerm(alternative, need, &out);
        } else {
          CoverPhrase(alternative, need, &out);
        }
      }
    }
    return out;
  }

  void CoverTerm(const query::Alternative& alternative, Need need, std::vector<Need>* out) {
    for (const text::Token& token : tokens_.tokens) {
      const std::string_view term = tokens_.Term(token);
      const bool stands =
          alternative.kind == AlternativeKind::kPrefix ? term.starts_with(alternative.text) : term == alternative.text;
      if (stands) Cover(token.position, token.position + token.span, need, out);
    }
  }

  void CoverPhrase(const query::Alternative& alternative, Need need, std::vector<Need>* out) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < alternative.text.size();) {
      const std::size_t end = std::min(alternative.text.find(' ', begin), alternative.text.size());
      words.push_back(alternative.text.substr(begin, end - begin));
      begin = end + 1;
    }
    for (const text::Token& first : tokens_.tokens) {
      if (tokens_.Term(first) != words.front()) continue;
      std::vector<std::uint32_t> ends = {first.position + first.span};
      for (std::size_t w = 1; w < words.size(); ++w) {
        std::vector<std::uint32_t> next;
        for (const text::Token& token : tokens_.tokens) {
          if (tokens_.Term(token) == words[w] && std::find(ends.begin(), ends.end(), token.position) != ends.end()) {
            next.push_back(token.position + token.span);
          }
        }
        ends = next;
      }
      for (std::uint32_t end : ends) Cover(first.position, end, need, out);
    }
  }

  const query::Plan& plan_;
  const text::Analyzer& analyzer_;
  const bool whole_words_;
  text::TokenList tokens_;
  std::vector<std::pair<std::size_t, std::size_t>> reaches_;  // units [begin, end) of matches of several
};

// Documents in one segment, and what is wrong with how a query is shown in them.
class Shown {
 public:
  Shown(const std::vector<Document>& documents, std::string lang)
      : analyzer_(text::FindLanguagePack(lang)), corpus_({Build(documents, lang)}) {}

  // "" when nothing is wrong with any document.
  std::string Broken(const std::string& text, const HighlightOptions& options, std::size_t* marks = nullptr) {
    const segment::Segment& segment = corpus_.segments().front().segment();
    const query::ParsedQuery query = query::Parse(text, analyzer_);
    Deadline never;
    const query::Plan plan = query::MakePlan(query, corpus_, analyzer_, {}, &never);
    if (plan.cut) return {};
    const Context context{query, plan, analyzer_, options};
    MarkOracle oracle(plan, analyzer_, options.whole_words);
    match::DocMatcher matcher(segment, 0, plan);
    match::DocMatch match;
    Scratch scratch;
    segment::StoredBuffer buffer;
    for (std::uint32_t d = 0; d < segment.doc_count(); ++d) {
      const segment::StoredDocument stored = segment.Stored(DocId{d}, &buffer);
      matcher.Match(DocId{d}, &match);
      Highlighter highlighter(context, segment, stored, match, &scratch);
      const std::string broken = BrokenDocument(stored, options, &highlighter, &oracle, marks);
      if (!broken.empty()) return StrCat(stored.object_id, ": ", broken);
    }
    return {};
  }

 private:
  static std::string BrokenWhole(std::string_view text, const HighlightedText& shown, MarkOracle* oracle,
                                 std::size_t* marks) {
    const Taken taken = TakeApart(shown.value);
    if (!taken.well_formed) return "tags are not in pairs";
    if (taken.text != text) return "without tags it is not the text";
    if (marks != nullptr) *marks += taken.marks.size();
    if ((shown.match_level == MatchLevel::kNone) != taken.marks.empty()) return "matchLevel says otherwise";
    if (shown.matched_words.empty() != taken.marks.empty()) return "matchedWords say otherwise";
    return oracle->Broken(text, taken.marks, 0, text.size());
  }

  static std::string BrokenSnippet(const segment::StoredDocument& stored, const Snippet& snippet,
                                   const HighlightOptions& options, MarkOracle* oracle) {
    const Taken taken = TakeApart(snippet.value);
    if (!taken.well_formed) return "snippet: tags are not in pairs";
    std::string broken = "snippet: stands in no section";
    for (std::size_t s = 0; s < stored.sections.size(); ++s) {
      const std::string_view text = stored.sections[s].text;
      if (stored.sections[s].anchor != snippet.anchor || taken.text.empty()) continue;
      for (std::size_t at = text.find(taken.text); at != text.npos; at = text.find(taken.text, at + 1)) {
        if (taken.cut_front == (at == 0) || taken.cut_back == (at + taken.text.size() == text.size())) continue;
        auto marks = taken.marks;
        for (auto& [begin, end] : marks) {
          begin += at;
          end += at;
        }
        broken = oracle->Broken(text, marks, at, at + taken.text.size());
        if (broken.empty()) broken = BrokenLength(text, at, taken.text, options, oracle->tokens());
        if (broken.empty()) return {};
      }
    }
    return StrCat("snippet ", Quoted(taken.text), ": ", broken);
  }

  static std::string BrokenLength(std::string_view text, std::size_t at, const std::string& shown,
                                  const HighlightOptions& options, const text::TokenList& tokens) {
    std::size_t units = 0, half_words = 0;
    for (const text::Unit& unit : tokens.units) {
      if (unit.begin < at || unit.end > at + shown.size()) continue;
      ++units;
      const std::size_t size = unit.end - unit.begin;
      half_words += (size == 3 || size == 4) && BeginsCjk(text[unit.begin]) ? 1 : 2;
    }
    if (units <= 1) return {};
    if (options.snippet_characters > 0) {
      const auto count = std::count_if(shown.begin(), shown.end(), [](char c) { return !IsUtf8Continuation(c); });
      return count <= options.snippet_characters ? "" : "longer than asked for in characters";
    }
    return half_words <= 2 * static_cast<std::size_t>(options.snippet_words) ? "" : "longer than asked for";
  }

  static std::string BrokenDocument(const segment::StoredDocument& stored, const HighlightOptions& options,
                                    Highlighter* highlighter, MarkOracle* oracle, std::size_t* marks) {
    std::string broken = BrokenWhole(stored.title, highlighter->Title(), oracle, marks);
    if (!broken.empty()) return StrCat("title: ", broken);
    const Highlighter::Field body = highlighter->Open("body");
    const Highlighter::Field headings = highlighter->Open("headings");
    for (std::size_t s = 0; s < stored.sections.size(); ++s) {
      const segment::StoredSection& section = stored.sections[s];
      broken = BrokenWhole(section.heading, highlighter->Whole(headings, s, section.heading), oracle, marks);
      if (broken.empty()) broken = BrokenWhole(section.text, highlighter->Whole(body, s, section.text), oracle, marks);
      if (!broken.empty()) return StrCat("section ", s, ": ", broken);
    }
    const SnippetLength length = SnippetLength::Of(options.snippet_words, options.snippet_characters);
    for (const Snippet& snippet : highlighter->Snippets(length)) {
      broken = BrokenSnippet(stored, snippet, options, oracle);
      if (!broken.empty()) return broken;
    }
    return {};
  }

  static segment::LiveSegment Build(const std::vector<Document>& documents, const std::string& lang) {
    static const Settings settings;
    segment::SegmentBuilder builder(settings, lang, {});
    for (const Document& document : documents) builder.Add(document);
    auto bytes = std::make_shared<segment::OwnedSections>(std::move(builder).Build());
    segment::SectionViews views;
    for (std::size_t i = 0; i < bytes->bytes.size(); ++i) views.bytes[i] = bytes->bytes[i];
    return segment::LiveSegment(*segment::Segment::Open(views, bytes));
  }

  text::Analyzer analyzer_;
  segment::Corpus corpus_;
};

// Returns what is wrong with a text for HTML: anything but the bytes of `text`, escaped, with <em> and </em> in turns.
inline std::string BrokenHtml(std::string_view value, std::string_view text) {
  std::string plain;
  bool open = false;
  for (std::size_t i = 0; i < value.size();) {
    const std::string_view rest = value.substr(i);
    auto take = [&](std::string_view code, std::string_view what) {
      if (!rest.starts_with(code)) return false;
      plain += what;
      i += code.size();
      return true;
    };
    if (rest.starts_with("<em>") || rest.starts_with("</em>")) {
      if ((rest[1] == '/') != open) return "tags do not take turns";
      i += open ? 5 : 4;
      open = !open;
      continue;
    }
    if (take("&amp;", "&") || take("&lt;", "<") || take("&gt;", ">") || take("&quot;", "\"") || take("&#39;", "'"))
      continue;
    if (rest[0] == '<' || rest[0] == '>' || rest[0] == '&' || rest[0] == '"' || rest[0] == '\'')
      return "markup is let through";
    plain += value[i++];
  }
  if (open) return "a tag is left open";
  return plain == text ? "" : "unescaped it is not the text";
}

}  // namespace signpost::highlight

#endif  // SIGNPOST_TESTS_HIGHLIGHT_MARK_ORACLE_H_
