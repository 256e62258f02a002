// SPDX-License-Identifier: Apache-2.0
#include "suggest/ticket_text.h"

#include <algorithm>
#include <array>
#include <span>

#include "suggest/mail_lines.h"
#include "suggest/mail_phrases.h"

namespace signpost::suggest {
namespace {

// Only the first sentences greet.
constexpr std::size_t kGreetingSentences = 2;
// "Dear Mrs Rosa Lopez, where is ...": the comma stands near.
constexpr std::size_t kMostWordsOfName = 4;
// "thanks a lot, Kyle" is a farewell, "thanks for nothing, where is my parcel" is none.
constexpr std::size_t kMostWordsBehindFarewell = 3;
constexpr std::size_t kMostWordsOfCourtesy = 14;

constexpr std::string_view kOpening = "¿";
constexpr std::array<std::string_view, 4> kWideEnds = {"。", "！", "？", "；"};

// The end of the sentence that begins at `begin`, behind its punctuation; at most `limit`.
std::size_t EndOfSentence(std::string_view text, std::size_t begin, std::size_t limit) {
  for (std::size_t i = begin; i < limit; ++i) {
    for (const std::string_view wide : kWideEnds) {
      if (text.substr(i, limit - i).starts_with(wide)) return i + wide.size();
    }
    if (text[i] != '.' && text[i] != '!' && text[i] != '?') continue;
    while (i + 1 < limit && (text[i + 1] == '.' || text[i + 1] == '!' || text[i + 1] == '?')) ++i;
    if (i + 1 == limit || text[i + 1] == ' ' || text[i + 1] == '\n' || text[i + 1] == '\r' || text[i + 1] == '\t') {
      return i + 1;
    }
  }
  return limit;
}

class ProblemFinder {
 public:
  ProblemFinder(TicketPart part, std::string_view text, std::vector<ProblemSentence>* out)
      : part_(part), text_(text), words_(text), phrases_(MailPhrases::Get()), out_(out) {}

  // Sentences may go over line breaks, not over a blank line or a line that was set aside.
  void ReadBody() {
    const std::vector<MailLine> lines = ReadLines(text_, words_);
    for (std::size_t i = 0; i < lines.size();) {
      if (!lines[i].kept || lines[i].words() == 0) {
        ++i;
        continue;
      }
      const std::size_t begin = lines[i].begin;
      std::size_t end = lines[i].end;
      // A short line ends with its break: a greeting, a list, a name.
      while (lines[i].words() > kMostWordsOfShortLine && i + 1 < lines.size() && lines[i + 1].kept &&
             lines[i + 1].words() > 0) {
        end = lines[++i].end;
      }
      ReadParagraph(begin, end);
      ++i;
    }
  }

  void ReadSubject() {
    std::size_t begin = 0;
    while (true) {
      const std::size_t taken = phrases_.At(MailPhrase::kReplyPrefix, TermsIn(begin, text_.size()));
      if (taken == 0) break;
      const std::size_t end = words_.end(words_.From(begin) + taken - 1);
      if (end >= text_.size() || (text_[end] != ':' && !text_.substr(end).starts_with("："))) break;
      begin = end;
    }
    ReadParagraph(begin, text_.size());
  }

  // True when the subject is that of a mail that this one answers.
  bool IsReply() const {
    const std::size_t taken = phrases_.At(MailPhrase::kReplyPrefix, words_.terms());
    if (taken == 0) return false;
    const std::string_view rest = text_.substr(words_.end(taken - 1));
    return rest.starts_with(":") || rest.starts_with("：");
  }

 private:
  static constexpr std::size_t kMostWordsOfShortLine = 5;

  std::span<const std::string_view> TermsIn(std::size_t begin, std::size_t end) const {
    const std::size_t first = words_.From(begin);
    return std::span(words_.terms()).subspan(first, words_.From(end) - first);
  }

  void ReadParagraph(std::size_t begin, std::size_t limit) {
    while (begin < limit) {
      const std::size_t end = EndOfSentence(text_, begin, limit);
      AddSentence(begin, end);
      begin = end;
    }
  }

  void AddSentence(std::size_t begin, std::size_t end) {
    std::span<const std::string_view> terms = TermsIn(begin, end);
    if (terms.empty()) return;
    if (part_ == TicketPart::kBody && sentences_++ < kGreetingSentences) {
      begin = AfterGreeting(begin, end);
      terms = TermsIn(begin, end);
      if (terms.empty()) return;
    }
    if (IsFarewell(terms) || IsCourtesy(terms)) return;
    const std::size_t first = words_.From(begin);
    const std::size_t last = first + terms.size() - 1;
    // Punctuation is a part of what was said; what is left of a greeting before it is not.
    std::size_t start = words_.begin(first);
    while (start >= begin + kOpening.size() && text_.substr(start - kOpening.size()).starts_with(kOpening)) start -= kOpening.size();
    std::size_t trimmed = end;
    while (trimmed > words_.end(last) && IsSpace(text_[trimmed - 1])) --trimmed;
    out_->push_back({part_, start, trimmed});
  }

  static bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

  // Where the sentence goes on behind "Hello Mr Miller,"; `begin` when nobody is greeted.
  std::size_t AfterGreeting(std::size_t begin, std::size_t end) const {
    const std::span<const std::string_view> terms = TermsIn(begin, end);
    const std::size_t taken = phrases_.At(MailPhrase::kGreeting, terms);
    if (taken == 0) return begin;
    const std::size_t first = words_.From(begin);
    for (std::size_t w = taken; w <= std::min(taken + kMostWordsOfName, terms.size()); ++w) {
      const std::size_t from = words_.end(first + w - 1);
      const std::size_t to = w < terms.size() ? words_.begin(first + w) : end;
      const std::string_view between = text_.substr(from, to - from);
      for (const std::string_view mark : {",", ":", "!", ".", "\n", " - ", "，", "：", "！", "。", "～"}) {
        if (between.find(mark) != std::string_view::npos) return to;
      }
      if (w == terms.size()) return end;
    }
    return words_.end(first + taken - 1);
  }

  bool IsFarewell(std::span<const std::string_view> terms) const {
    const std::size_t taken = phrases_.At(MailPhrase::kFarewell, terms);
    return taken > 0 && terms.size() <= taken + kMostWordsBehindFarewell;
  }
  bool IsCourtesy(std::span<const std::string_view> terms) const {
    return terms.size() <= kMostWordsOfCourtesy && phrases_.At(MailPhrase::kCourtesy, terms) > 0;
  }

  const TicketPart part_;
  const std::string_view text_;
  const MailWords words_;
  const MailPhrases& phrases_;
  std::vector<ProblemSentence>* const out_;
  std::size_t sentences_ = 0;
};

}  // namespace

std::vector<ProblemSentence> FindProblem(std::string_view subject, std::string_view body) {
  std::vector<ProblemSentence> of_body;
  ProblemFinder(TicketPart::kBody, body, &of_body).ReadBody();
  std::vector<ProblemSentence> out;
  ProblemFinder of_subject(TicketPart::kSubject, subject, &out);
  if (!of_subject.IsReply() || of_body.empty()) of_subject.ReadSubject();
  out.insert(out.end(), of_body.begin(), of_body.end());
  return out;
}

}  // namespace signpost::suggest
