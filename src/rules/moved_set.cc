// SPDX-License-Identifier: Apache-2.0
#include "rules/moved_set.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "base/status.h"
#include "rules/address.h"
#include "rules/templates.h"

namespace signpost::rules {
namespace {

// The last part of a path, when it is so long that nobody searches for it in words; else empty.
std::string SlugOf(const std::string& path) {
  constexpr std::ptrdiff_t kMinHyphens = 2;
  std::string slug = path.substr(path.rfind('/') + 1);
  for (std::string_view ending : {".html", ".htm", ".php", ".aspx", ".md"}) {
    if (slug.ends_with(ending)) slug.resize(slug.size() - ending.size());
  }
  const auto hyphens = std::count_if(slug.begin(), slug.end(), [](char c) { return c == '-' || c == '_'; });
  return hyphens >= kMinHyphens ? slug : std::string();
}

bool IsUrl(std::string_view to) { return to.starts_with('/') || to.find("://") != std::string_view::npos; }

absl::Status CheckSide(std::string_view name, std::string_view side) {
  if (Trimmed(side).empty()) return InvalidArgument(name, " is empty");
  if (side.size() > limits::kMaxMovedBytes) {
    return InvalidArgument(name, " ", Quoted(side), " has ", side.size(), " bytes, the limit is ",
                           limits::kMaxMovedBytes);
  }
  return absl::OkStatus();
}

absl::Status CheckMoved(const MovedAddress& moved) {
  SIGNPOST_RETURN_IF_ERROR(CheckSide("from", moved.from));
  SIGNPOST_RETURN_IF_ERROR(CheckSide("to", moved.to));
  if (!IsUrl(moved.to)) return absl::OkStatus();
  absl::Status status = CheckRedirectUrl(moved.to);
  if (status.ok() && moved.to.find('{') != std::string::npos)
    status = InvalidArgument("has a brace, and nothing is captured");
  return status.ok() ? status : Annotate(status, StrCat("to ", Quoted(moved.to)));
}

}  // namespace

absl::StatusOr<MovedSet> MovedSet::Compile(std::vector<MovedAddress> list) {
  if (list.size() > limits::kMaxMoved) {
    return InvalidArgument("moved: ", list.size(), " given, at most ", limits::kMaxMoved, " are allowed");
  }
  MovedSet set;
  set.list_ = std::move(list);
  for (std::uint32_t i = 0; i < set.list_.size(); ++i) {
    absl::Status status = CheckMoved(set.list_[i]);
    if (status.ok()) status = set.Add(i);
    if (!status.ok()) return Annotate(status, StrCat("moved[", i, "]"));
  }
  SIGNPOST_RETURN_IF_ERROR(set.ResolveChains());
  return set;
}

absl::Status MovedSet::Add(std::uint32_t place) {
  const Address from = ReadAddress(list_[place].from);
  const auto [it, added] = exact_.try_emplace(StrCat(from.Key(), from.query), place);
  if (!added) {
    if (list_[it->second].to == list_[place].to) return absl::OkStatus();
    return InvalidArgument("from ", Quoted(list_[place].from), " leads to ", Quoted(list_[place].to), ", and moved[",
                           it->second, "] leads it to ", Quoted(list_[it->second].to));
  }
  if (!from.host.empty()) without_host_.try_emplace(StrCat(from.path, from.query), place);
  if (!from.is_path() || !from.query.empty()) return absl::OkStatus();
  const std::string slug = SlugOf(from.path);
  if (slug.empty()) return absl::OkStatus();
  const auto [known, first] = slugs_.try_emplace(slug, place);
  if (!first && known->second != kSeveral && list_[known->second].to != list_[place].to) known->second = kSeveral;
  return absl::OkStatus();
}

std::uint32_t MovedSet::FindKey(const StringMap<std::uint32_t>& map, const std::string& key) const {
  const auto found = map.find(key);
  return found == map.end() || found->second == kSeveral ? kNone : found->second;
}

std::uint32_t MovedSet::PlaceOf(std::string_view address, bool of_query) const {
  const Address wanted = ReadAddress(address);
  if (wanted.path.empty()) return kNone;
  std::uint32_t found = kNone;
  for (const std::string& query : {wanted.query, std::string()}) {  // ?id=5 may be all that tells articles apart
    if (found == kNone) found = FindKey(exact_, StrCat(wanted.Key(), query));
    if (found == kNone && wanted.host.empty()) found = FindKey(without_host_, StrCat(wanted.path, query));
    // What people paste may have any of the site's hosts.
    if (found == kNone && of_query && !wanted.host.empty()) found = FindKey(exact_, StrCat(wanted.path, query));
  }
  if (found == kNone && of_query && !wanted.is_path()) found = FindKey(slugs_, SlugOf(wanted.path));
  return found;
}

std::uint32_t MovedSet::Next(std::uint32_t place) const {
  const std::string& to = list_[place].to;
  // An object_id goes on when it is itself an old one.
  return IsUrl(to) ? PlaceOf(to, false) : FindKey(exact_, StrCat(ReadAddress(to).Key(), ReadAddress(to).query));
}

absl::Status MovedSet::ResolveChains() {
  ends_.assign(list_.size(), kNone);
  std::vector<std::uint32_t> walked_in(list_.size(), kNone);  // by place: the walk that came by
  for (std::uint32_t first = 0; first < list_.size(); ++first) {
    std::vector<std::uint32_t> chain;
    std::uint32_t place = first;
    std::uint32_t end = kNone;
    while (end == kNone) {
      if (walked_in[place] == first && ends_[place] == kNone) {
        std::string loop;
        for (auto it = std::find(chain.begin(), chain.end(), place); it != chain.end(); ++it)
          loop += StrCat(list_[*it].from, " -> ");
        return InvalidArgument("moved[", place, "]: ", Quoted(list_[place].from), " leads in a loop: ", loop,
                               list_[place].from);
      }
      walked_in[place] = first;
      chain.push_back(place);
      end = ends_[place];
      const std::uint32_t next = end == kNone ? Next(place) : kNone;
      if (end == kNone && next == kNone) end = place;
      place = next;
    }
    for (std::uint32_t passed : chain) ends_[passed] = end;
  }
  return absl::OkStatus();
}

MovedSet::End MovedSet::EndOf(std::uint32_t place) const {
  const std::string& to = list_[ends_[place]].to;
  return {list_[place].from, to, !IsUrl(to)};
}

std::optional<MovedSet::End> MovedSet::Find(std::string_view query) const {
  query = Trimmed(query);
  if (list_.empty() || query.size() > limits::kMaxMovedBytes || query.find(' ') != std::string_view::npos) return {};
  const std::uint32_t place = PlaceOf(query, true);
  return place == kNone ? std::nullopt : std::optional(EndOf(place));
}

std::optional<MovedSet::End> MovedSet::FindUrl(std::string_view url) const {
  if (list_.empty() || !IsUrl(url)) return {};
  const std::uint32_t place = PlaceOf(url, false);
  return place == kNone ? std::nullopt : std::optional(EndOf(place));
}

}  // namespace signpost::rules

namespace signpost::inline v0 {

absl::StatusOr<std::vector<MovedAddress>> ParseMovedTsv(std::string_view text) {
  std::vector<MovedAddress> out;
  std::size_t line = 0;
  bool first = true;  // no line with addresses yet
  while (!text.empty()) {
    ++line;
    std::string_view row = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(row.size() + 1, text.size()));
    if (row.ends_with('\r')) row.remove_suffix(1);
    if (row.empty() || row.front() == '#') continue;
    const std::size_t tab = row.find('\t');
    if (tab == std::string_view::npos) {
      return InvalidArgument(line, ": a line of moved addresses has a tab between from and to, ", Quoted(row));
    }
    const std::string_view from = row.substr(0, tab);
    const std::string_view rest = row.substr(tab + 1);
    const std::string_view to = rest.substr(0, rest.find('\t'));
    if (from.empty() || to.empty()) {
      return InvalidArgument(line, ": ", from.empty() ? "from" : "to", " is empty, ", Quoted(row));
    }
    const bool head = std::exchange(first, false) && from == "from" && to == "to";
    if (!head) out.push_back({std::string(from), std::string(to)});
  }
  return out;
}

}  // namespace signpost::inline v0
