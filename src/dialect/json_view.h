// SPDX-License-Identifier: Apache-2.0
// json_view.h — a value inside a parsed text that knows the way to it, so that an error can name the place.
//
// Read functions check the kind of the value and store it; their errors read
//   `LINE: MEMBER of SUBJECT what, value`, e.g. `7: conditions[0].anchoring of rule "track-ups" is missing, {...}`.
// Lifetime: a view points to its text, its value and the view it was made from; it lives on the stack below them.
// Cost:     an error scans the text once more for its line; everything else is constant.
#ifndef SIGNPOST_DIALECT_JSON_VIEW_H_
#define SIGNPOST_DIALECT_JSON_VIEW_H_

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/status.h>

#include <signpost/value.h>

#include "base/status.h"

namespace signpost::dialect {

class JsonView;

// How one member of an object is read into a T.
template <typename T>
struct Member {
  std::string_view name;
  absl::Status (*read)(const JsonView& view, T* out);
};

class JsonView {
 public:
  // The whole of a text: `value` is what ParseJsonText made of `text`. `subject` names it: `settings`.
  JsonView(std::string_view text, const Value& value, std::string_view subject);

  const Value& value() const { return *value_; }
  std::string_view name() const { return name_; }  // of this member; empty for an element

  // The i-th member or element. REQUIRES: the value is an object, or an array, with more than `i`.
  JsonView MemberAt(std::size_t i) const;
  JsonView ElementAt(std::size_t i) const;
  // As ElementAt; errors below it speak of `noun "objectID"`, or `noun at index i` when it has no objectID.
  JsonView SubjectAt(std::size_t i, std::string_view noun) const;

  // Speaks of `noun "objectID"` from here on, when the value is an object with an objectID.
  void NameSubject(std::string_view noun);

  absl::Status Read(std::string* out) const;
  absl::Status Read(bool* out) const;
  absl::Status Read(int* out) const;
  absl::Status Read(double* out) const;
  absl::Status Read(std::vector<std::string>* out) const;  // an array of strings
  absl::Status ReadObjectId(std::string* out) const;       // a string that is not empty, or an integer
  absl::Status ReadName(std::string* out) const;           // a string that is not empty

  // Reads every member by its entry in `members`; a member without an entry is an error that lists those with one.
  template <typename T, std::size_t kCount>
  absl::Status ReadMembers(const Member<T> (&members)[kCount], T* out) const;
  // Calls `read(element)` for every element of an array, until one fails.
  template <typename ReadElement>
  absl::Status ReadElements(ReadElement read) const;

  // The line of the text on which the value begins. Cost: linear in the text.
  std::size_t Line() const;

  absl::Status ExpectObject() const;
  absl::Status ExpectArray() const;

  // `LINE: MEMBER of SUBJECT what, value`
  absl::Status Error(std::string_view what) const;
  // `LINE: NAME of SUBJECT is missing, value`, for a member that this object should have.
  absl::Status Missing(std::string_view name) const;

 private:
  JsonView(const JsonView* parent, std::size_t step, const Value& value, std::string_view name);
  // The members from the subject to here: `conditions[0].pattern`. Sets `*subject` to the subject's words.
  std::string Path(std::string* subject) const;
  absl::Status ErrorAt(const std::string& path, const std::string& subject, std::string_view what) const;

  std::string_view text_;
  const JsonView* parent_ = nullptr;
  std::size_t step_ = 0;  // which member or element of the parent
  const Value* value_;
  std::string_view name_;
  std::string subject_;  // set where a new subject begins
};

template <typename T, std::size_t kCount>
absl::Status JsonView::ReadMembers(const Member<T> (&members)[kCount], T* out) const {
  SIGNPOST_RETURN_IF_ERROR(ExpectObject());
  for (std::size_t i = 0; i < value_->object()->size(); ++i) {
    JsonView view = MemberAt(i);
    const Member<T>* known = nullptr;
    for (const Member<T>& member : members) {
      if (member.name == view.name()) known = &member;
    }
    if (known == nullptr) {
      std::string names;
      for (const Member<T>& member : members) names += StrCat(names.empty() ? "" : ", ", member.name);
      return view.Error(StrCat("is not supported (known: ", names, ")"));
    }
    SIGNPOST_RETURN_IF_ERROR(known->read(view, out));
  }
  return absl::OkStatus();
}

template <typename ReadElement>
absl::Status JsonView::ReadElements(ReadElement read) const {
  SIGNPOST_RETURN_IF_ERROR(ExpectArray());
  for (std::size_t i = 0; i < value_->array()->size(); ++i) {
    SIGNPOST_RETURN_IF_ERROR(read(ElementAt(i)));
  }
  return absl::OkStatus();
}

// REQUIRES: the value is an object.
inline bool HasMember(const JsonView& view, std::string_view name) {
  const Value::Object& members = *view.value().object();
  return std::any_of(members.begin(), members.end(), [&](const Attribute& member) { return member.name == name; });
}

}  // namespace signpost::dialect

#endif  // SIGNPOST_DIALECT_JSON_VIEW_H_
