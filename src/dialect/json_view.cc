// SPDX-License-Identifier: Apache-2.0
#include "dialect/json_view.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

#include <signpost/dialect.h>

#include "base/strings.h"
#include "base/utf8.h"
#include "dialect/json_parser.h"

namespace signpost::dialect {

namespace {

// Walks over JSON that was parsed before, so it need not check anything. Keeping a line for every value while parsing
// was the alternative; it would cost memory in every call to help the few that fail.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::size_t offset() const { return at_; }
  void SkipTo(std::string_view wanted) { at_ = std::min(text_.find_first_of(wanted, at_), text_.size()); }
  void SkipOver(std::string_view wanted) {
    SkipTo(wanted);
    at_ = std::min(at_ + 1, text_.size());
  }
  // Moves from before a value, or a member, to the comma or bracket behind it.
  void SkipItem() {
    int depth = 0;
    for (; at_ < text_.size(); ++at_) {
      char c = text_[at_];
      if (c == '"') SkipString();
      if (c == '[' || c == '{') ++depth;
      if (depth == 0 && (c == ',' || c == ']' || c == '}')) return;
      if (c == ']' || c == '}') --depth;
    }
  }
  void SkipSpace() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }

  // Moves from a quotation mark to the one that closes the string.
  void SkipString() {
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// Returns the offset of the value, or for a member of its name, that `steps` lead to from the root.
std::size_t OffsetOf(std::string_view text, const std::vector<std::size_t>& steps) {
  Scanner scanner(text);
  scanner.SkipTo("[{\"-0123456789tfn");
  for (std::size_t level = 0; level < steps.size(); ++level) {
    if (level > 0) {
      scanner.SkipSpace();
      if (scanner.offset() < text.size() && text[scanner.offset()] == '"') {  // a member's name
        scanner.SkipString();
        scanner.SkipOver(":");
      }
    }
    scanner.SkipOver("[{");
    for (std::size_t i = 0; i < steps[level]; ++i) {
      scanner.SkipItem();
      scanner.SkipOver(",");
    }
    scanner.SkipSpace();
  }
  return scanner.offset();
}

std::string ValueText(const Value& value) {
  constexpr std::size_t kMaxBytes = 80;
  if (const std::string* s = value.string()) return Quoted(*s);
  std::string json = ToJson(value);
  if (json.size() <= kMaxBytes) return json;
  std::size_t end = kMaxBytes;
  while (end > 0 && IsUtf8Continuation(json[end])) --end;
  return json.substr(0, end) + "...";
}

}  // namespace

JsonView::JsonView(std::string_view text, const Value& value, std::string_view subject)
    : text_(text), value_(&value), subject_(subject) {}

JsonView::JsonView(const JsonView* parent, std::size_t step, const Value& value, std::string_view name)
    : text_(parent->text_), parent_(parent), step_(step), value_(&value), name_(name) {}

JsonView JsonView::MemberAt(std::size_t i) const {
  const Attribute& member = (*value_->object())[i];
  return {this, i, member.value, member.name};
}

JsonView JsonView::ElementAt(std::size_t i) const { return {this, i, (*value_->array())[i], {}}; }

JsonView JsonView::SubjectAt(std::size_t i, std::string_view noun) const {
  JsonView view = ElementAt(i);
  view.subject_ = StrCat(noun, " at index ", i);
  view.NameSubject(noun);
  return view;
}

void JsonView::NameSubject(std::string_view noun) {
  if (value_->object() == nullptr) return;
  for (const Attribute& member : *value_->object()) {
    if (member.name != "objectID") continue;
    if (const std::string* id = member.value.string(); id != nullptr && !id->empty()) {
      subject_ = StrCat(noun, " ", Quoted(*id));
    }
    if (const std::int64_t* id = member.value.integer()) subject_ = StrCat(noun, " ", Quoted(StrCat(*id)));
  }
}

absl::Status JsonView::Read(std::string* out) const {
  const std::string* s = value_->string();
  if (s == nullptr) return Error("must be a string");
  *out = *s;
  return absl::OkStatus();
}

absl::Status JsonView::Read(bool* out) const {
  const bool* b = value_->boolean();
  if (b == nullptr) return Error("must be true or false");
  *out = *b;
  return absl::OkStatus();
}

absl::Status JsonView::Read(int* out) const {
  const std::int64_t* i = value_->integer();
  if (i == nullptr) return Error("must be an integer");
  if (*i < std::numeric_limits<int>::min() || *i > std::numeric_limits<int>::max()) return Error("is out of range");
  *out = static_cast<int>(*i);
  return absl::OkStatus();
}

absl::Status JsonView::Read(double* out) const {
  if (const double* d = value_->number()) {
    *out = *d;
  } else if (const std::int64_t* i = value_->integer()) {
    *out = static_cast<double>(*i);
  } else {
    return Error("must be a number");
  }
  return absl::OkStatus();
}

absl::Status JsonView::Read(std::vector<std::string>* out) const {
  if (value_->array() == nullptr) return Error("must be an array of strings");
  return ReadElements([out](const JsonView& element) { return element.Read(&out->emplace_back()); });
}

absl::Status JsonView::ReadObjectId(std::string* out) const {
  if (const std::int64_t* i = value_->integer()) {
    *out = std::to_string(*i);
    return absl::OkStatus();
  }
  if (value_->string() == nullptr) return Error("must be a string or an integer");
  return ReadName(out);
}

absl::Status JsonView::ReadName(std::string* out) const {
  SIGNPOST_RETURN_IF_ERROR(Read(out));
  return out->empty() ? Error("must not be empty") : absl::OkStatus();
}

absl::Status JsonView::ExpectObject() const {
  return value_->object() != nullptr ? absl::OkStatus() : Error("must be an object");
}

absl::Status JsonView::ExpectArray() const {
  return value_->array() != nullptr ? absl::OkStatus() : Error("must be an array");
}

absl::Status JsonView::Error(std::string_view what) const {
  std::string subject;
  std::string path = Path(&subject);
  return ErrorAt(path, subject, what);
}

absl::Status JsonView::Missing(std::string_view name) const {
  std::string subject;
  std::string path = Path(&subject);
  return ErrorAt(StrCat(path, path.empty() ? "" : ".", name), subject, "is missing");
}

absl::Status JsonView::ErrorAt(const std::string& path, const std::string& subject, std::string_view what) const {
  return InvalidArgument(Line(), ": ", path, path.empty() ? "" : " of ", subject, " ", what, ", ", ValueText(*value_));
}

std::string JsonView::Path(std::string* subject) const {
  if (!subject_.empty()) {
    *subject = subject_;
    return {};
  }
  std::string path = parent_->Path(subject);
  if (name_.empty()) return StrCat(path, "[", step_, "]");
  return StrCat(path, path.empty() ? "" : ".", name_);
}

std::size_t JsonView::Line() const {
  std::vector<std::size_t> steps;
  for (const JsonView* view = this; view->parent_ != nullptr; view = view->parent_) steps.push_back(view->step_);
  std::reverse(steps.begin(), steps.end());
  return LineAtOffset(text_, std::min(OffsetOf(text_, steps), text_.size()));
}

}  // namespace signpost::dialect
