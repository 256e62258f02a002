// SPDX-License-Identifier: Apache-2.0
#include "suggest/mail_lines.h"

#include <algorithm>
#include <span>

#include "suggest/mail_phrases.h"
#include "text/language_pack.h"

namespace signpost::suggest {
namespace {

// "On Tue, 3 Mar 2026 at 9:12, Fernway <no-reply@...> wrote:" may be wrapped; longer ones are sentences.
constexpr std::size_t kMostLinesOfAttribution = 3;
constexpr std::size_t kMostWordsOfAttribution = 40;
// Words that the writer added above an older mail; with fewer ("see below") the older one is the matter.
constexpr std::size_t kOwnWords = 6;
// A farewell and the lines of a signature are short; in Chinese each character is a word.
constexpr std::size_t kMostWordsBehindFarewell = 4;
constexpr std::size_t kMostWordsOfSignatureLine = 10;
constexpr std::size_t kMostWordsOfName = 4;
constexpr std::size_t kMostWordsOfInitials = 2;  // "Tom W."
constexpr std::size_t kLinesOfHeader = 2;

class LineReader {
 public:
  LineReader(std::string_view body, const MailWords& words) : body_(body), words_(words), phrases_(MailPhrases::Get()) {
    std::size_t word = 0;
    for (std::size_t begin = 0; begin <= body.size();) {
      const std::size_t end = std::min(body.find('\n', begin), body.size());
      const std::size_t trimmed = end > begin && body[end - 1] == '\r' ? end - 1 : end;
      MailLine line{.begin = begin, .end = trimmed, .first_word = word, .last_word = word};
      while (word < words.size() && words.begin(word) < end) ++word;
      line.last_word = word;
      lines_.push_back(line);
      begin = end + 1;
    }
  }

  std::vector<MailLine> Read() {
    for (MailLine& line : lines_) line.kept = !IsQuoted(line);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].kept) i = ReadFrom(i);
    }
    DropName();
    return std::move(lines_);
  }

 private:
  std::span<const std::string_view> Terms(const MailLine& line) const {
    return std::span(words_.terms()).subspan(line.first_word, line.words());
  }
  std::string_view Text(const MailLine& line) const {
    std::string_view text = body_.substr(line.begin, line.end - line.begin);
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
  }
  bool IsBlank(const MailLine& line) const { return Text(line).empty(); }
  bool IsQuoted(const MailLine& line) const {
    const std::string_view text = Text(line);
    return text.starts_with(">") || text.starts_with("|");
  }
  static bool EndsWithColon(std::string_view text) { return text.ends_with(":") || text.ends_with("："); }

  // Looks at what begins at line `i`; returns the last line that it took.
  std::size_t ReadFrom(std::size_t i) {
    if (const std::size_t lines = AttributionAt(i); lines > 0) return TakeOlder(i, i + lines);
    if (IsLineOf(MailPhrase::kSeparator, lines_[i])) return TakeOlder(i, AfterHeader(i + 1));
    if (IsLineOf(MailPhrase::kForwarded, lines_[i])) return TakeOlder(i, AfterHeader(i + 1));
    if (const std::size_t end = AfterHeader(i); end >= i + kLinesOfHeader) return TakeOlder(i, end);
    if (Text(lines_[i]) == "--") return Drop(i, lines_.size());
    if (phrases_.At(MailPhrase::kDevice, Terms(lines_[i])) > 0) return Drop(i, i + 1);
    if (phrases_.In(MailPhrase::kLegal, Terms(lines_[i]))) return Drop(i, EndOfParagraph(i));
    if (IsFarewell(lines_[i]) && OwnWords(i) > 0) return Drop(i, EndOfSignature(i + 1));
    return i;
  }

  std::size_t Drop(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) lines_[i].kept = false;
    return std::max(end, begin + 1) - 1;
  }

  // An older mail that begins at line `begin`, with its header up to `content`. What is not quoted line by line goes with it,
  // unless there is nothing else.
  std::size_t TakeOlder(std::size_t begin, std::size_t content) {
    std::size_t next = content;
    while (next < lines_.size() && IsBlank(lines_[next])) ++next;
    const bool marked = next < lines_.size() && IsQuoted(lines_[next]);
    const bool all = !marked && OwnWords(begin) >= kOwnWords;
    return Drop(begin, all ? lines_.size() : content);
  }

  // Words of the kept lines before line `i`, greetings and all.
  std::size_t OwnWords(std::size_t i) const {
    std::size_t count = 0;
    for (std::size_t l = 0; l < i; ++l) count += lines_[l].kept ? lines_[l].words() : 0;
    return count;
  }

  // How many lines a line such as "On ... wrote:" takes from line `i` on; 0: it is none.
  std::size_t AttributionAt(std::size_t i) const {
    if (phrases_.At(MailPhrase::kWroteBegin, Terms(lines_[i])) == 0) return 0;
    std::size_t count = 0;
    for (std::size_t l = i; l < lines_.size() && l < i + kMostLinesOfAttribution; ++l) {
      count += lines_[l].words();
      if (IsBlank(lines_[l]) || count > kMostWordsOfAttribution) return 0;
      if (EndsWithColon(Text(lines_[l])) && EndsWith(MailPhrase::kWroteEnd, Terms(lines_[l]))) return l + 1 - i;
    }
    return 0;
  }
  bool EndsWith(MailPhrase kind, std::span<const std::string_view> terms) const {
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (phrases_.At(kind, terms.subspan(i)) == terms.size() - i) return true;
    }
    return false;
  }

  // True for a line that says nothing else: "-----Original Message-----".
  bool IsLineOf(MailPhrase kind, const MailLine& line) const {
    const std::span<const std::string_view> terms = Terms(line);
    if (terms.empty() || phrases_.At(kind, terms) == 0) return false;
    return phrases_.At(kind, terms) == terms.size() || Text(line).starts_with("-");
  }

  // The line behind a header that begins at line `i`, blank lines before it included; `i` when there is none.
  std::size_t AfterHeader(std::size_t i) const {
    std::size_t l = i;
    while (l < lines_.size() && IsBlank(lines_[l])) ++l;
    const std::size_t first = l;
    while (l < lines_.size() && IsHeader(lines_[l])) ++l;
    return l >= first + kLinesOfHeader ? l : i;
  }
  bool IsHeader(const MailLine& line) const {
    const std::size_t name = phrases_.At(MailPhrase::kHeader, Terms(line));
    if (name == 0) return false;
    std::string_view rest = body_.substr(words_.end(line.first_word + name - 1));
    rest = rest.substr(std::min(rest.find_first_not_of("* \t"), rest.size()));
    return rest.starts_with(":") || rest.starts_with("：");
  }

  std::size_t EndOfParagraph(std::size_t i) const {
    while (i < lines_.size() && !IsBlank(lines_[i])) ++i;
    return i;
  }

  bool IsFarewell(const MailLine& line) const {
    const std::span<const std::string_view> terms = Terms(line);
    const std::size_t taken = phrases_.At(MailPhrase::kFarewell, terms);
    return taken > 0 && terms.size() <= taken + kMostWordsBehindFarewell && Text(line).find('?') == std::string_view::npos;
  }

  // The line behind the short ones from line `i` on: name, company, telephone.
  std::size_t EndOfSignature(std::size_t i) const {
    for (; i < lines_.size(); ++i) {
      const std::span<const std::string_view> terms = Terms(lines_[i]);
      const bool question = Text(lines_[i]).ends_with("?") || Text(lines_[i]).ends_with("？");
      if (terms.size() > kMostWordsOfSignatureLine || question) return i;
      if (phrases_.At(MailPhrase::kPostscript, terms) > 0 || !lines_[i].kept) return i;
      if (AttributionAt(i) > 0 || IsLineOf(MailPhrase::kSeparator, lines_[i])) return i;
    }
    return i;
  }

  // The last kept line, when it stands apart or ends no sentence, and is as short as a name.
  void DropName() {
    std::size_t last = lines_.size();
    while (last > 0 && (!lines_[last - 1].kept || lines_[last - 1].words() == 0)) --last;
    if (last == 0) return;
    MailLine& line = lines_[last - 1];
    const std::string_view text = Text(line);
    const bool sentence = text.ends_with("?") || text.ends_with("!") || text.ends_with("？") || text.ends_with("！") ||
                          text.ends_with("。") || (text.ends_with(".") && line.words() > kMostWordsOfInitials);
    if (!sentence && line.words() <= kMostWordsOfName && OwnWords(last - 1) >= kOwnWords) line.kept = false;
  }

  const std::string_view body_;
  const MailWords& words_;
  const MailPhrases& phrases_;
  std::vector<MailLine> lines_;
};

}  // namespace

MailWords::MailWords(std::string_view text) {
  text::Analyzer(text::FindLanguagePack("")).Analyze(text, &tokens_);
  for (const text::Token& token : tokens_.tokens) {
    if (!text::IsOfUnit(token)) continue;
    terms_.push_back(tokens_.Term(token));
    places_.push_back({tokens_.Begin(token), tokens_.End(token)});
  }
}

std::size_t MailWords::From(std::size_t offset) const {
  return static_cast<std::size_t>(std::lower_bound(places_.begin(), places_.end(), offset,
                                                   [](const text::Unit& u, std::size_t at) { return u.begin < at; }) -
                                  places_.begin());
}

std::vector<MailLine> ReadLines(std::string_view body, const MailWords& words) { return LineReader(body, words).Read(); }

}  // namespace signpost::suggest
