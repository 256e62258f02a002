// SPDX-License-Identifier: Apache-2.0
// audience.h — who asks. Every search is told, so that nobody sees by oversight what is not for them.
//
// Sees:     documents for everybody, and those of which at least one audience is among the names. Nothing that the others hold
//           changes an answer: not a hit, a count, a snippet, a correction or a score.
// Trust:    names are compared byte by byte and never checked: the caller has found out who asks.
// Threads:  a plain value type.
// Example:  index.Search(signpost::Audience::Public(), {.query = "refund"});
//           index.Search(signpost::Audience::Of({"agents"}), {.query = "refund"});
#ifndef SIGNPOST_AUDIENCE_H_
#define SIGNPOST_AUDIENCE_H_

#include <string>
#include <utility>
#include <vector>

namespace signpost::inline v0 {

class Audience {
 public:
  // Anybody: sees what is for everybody.
  static Audience Public() { return Audience({}); }
  // Members of these audiences: see what is for everybody too. Without names the same as Public.
  static Audience Of(std::vector<std::string> names) { return Audience(std::move(names)); }

  const std::vector<std::string>& names() const { return names_; }

  bool operator==(const Audience&) const = default;

 private:
  explicit Audience(std::vector<std::string> names) : names_(std::move(names)) {}

  std::vector<std::string> names_;
};

}  // namespace signpost::inline v0

#endif  // SIGNPOST_AUDIENCE_H_
