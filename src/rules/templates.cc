// SPDX-License-Identifier: Apache-2.0
#include "rules/templates.h"

#include <algorithm>
#include <cstddef>

#include "base/limits.h"
#include "base/status.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "rules/pattern.h"

namespace signpost::rules {
namespace {

struct Piece {
  std::string_view text;  // without braces when it is a capture
  bool is_capture = false;
};

// Cuts `text` into what stays and what is replaced.
std::vector<Piece> Pieces(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t kept = 0;  // what stands before it is in `pieces`
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find_first_of("{}", open + 1);
    if (close == std::string_view::npos) break;
    const std::string_view name = text.substr(open + 1, close - open - 1);
    if (text[close] != '}' || !IsCaptureName(name)) continue;
    if (open > kept) pieces.push_back({text.substr(kept, open - kept), false});
    pieces.push_back({name, true});
    kept = close + 1;
  }
  if (kept < text.size()) pieces.push_back({text.substr(kept), false});
  return pieces;
}

std::string_view ValueOf(std::string_view name, const Captures& captures) {
  auto it = std::find_if(captures.begin(), captures.end(), [&](const Capture& c) { return c.name == name; });
  return it == captures.end() ? std::string_view() : it->value;
}

// RFC 3986, section 2.1, for every byte that is not unreserved (section 2.3).
void AppendPercentEncoded(std::string_view s, std::string* out) {
  constexpr std::string_view kUnreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  for (char c : s) {
    const auto byte = static_cast<unsigned char>(c);
    if (kUnreserved.find(c) != std::string_view::npos) {
      out->push_back(c);
    } else {
      *out += {'%', kHex[byte >> 4], kHex[byte & 0xF]};
    }
  }
}

bool StartsWithIgnoringCase(std::string_view s, std::string_view lower) {
  return s.size() >= lower.size() && std::equal(lower.begin(), lower.end(), s.begin(), [](char want, char c) {
           return want == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
         });
}

// `rest` is what follows "https://".
absl::Status CheckAuthority(std::string_view rest) {
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
  const std::vector<std::string_view> used = CapturesInText(authority);
  if (!used.empty()) return InvalidArgument("{", used.front(), "} stands before the end of the host");
  const std::string_view host_port = authority.substr(authority.rfind('@') + 1);
  if (host_port.empty() || host_port.front() == ':') return InvalidArgument("has no host");
  return absl::OkStatus();
}

absl::Status CheckCharacters(std::string_view url) {
  const std::size_t bad_utf8 = FindInvalidUtf8(url);
  if (bad_utf8 != kValidUtf8) return InvalidArgument("is not UTF-8 at byte ", bad_utf8);
  for (std::size_t i = 0; i < url.size(); ++i) {
    const auto c = static_cast<unsigned char>(url[i]);
    if (c <= 0x20 || c == 0x7F || c == '\\') {
      return InvalidArgument("has a space, control character or backslash at byte ", i);
    }
  }
  for (const Piece& piece : Pieces(url)) {
    if (piece.is_capture) continue;
    const std::size_t brace = piece.text.find_first_of("{}");
    if (brace == std::string_view::npos) continue;
    const auto at = static_cast<std::size_t>(piece.text.data() - url.data()) + brace;
    return InvalidArgument("has a brace at byte ", at, " that belongs to no {name}");
  }
  return absl::OkStatus();
}

bool DeeperThan(const Value& data, int levels) {
  if (levels < 0) return true;
  if (const Value::Array* array = data.array()) {
    return std::any_of(array->begin(), array->end(), [&](const Value& v) { return DeeperThan(v, levels - 1); });
  }
  if (const Value::Object* object = data.object()) {
    return std::any_of(object->begin(), object->end(),
                       [&](const Attribute& a) { return DeeperThan(a.value, levels - 1); });
  }
  return false;
}

void AddCaptures(const Value& data, std::vector<std::string_view>* used) {
  if (const std::string* text = data.string()) {
    const std::vector<std::string_view> names = CapturesInText(*text);
    used->insert(used->end(), names.begin(), names.end());
  } else if (const Value::Array* array = data.array()) {
    for (const Value& value : *array) AddCaptures(value, used);
  } else if (const Value::Object* object = data.object()) {
    for (const Attribute& member : *object) AddCaptures(member.value, used);
  }
}

}  // namespace

absl::Status CheckRedirectUrl(std::string_view url) {
  SIGNPOST_RETURN_IF_ERROR(CheckCharacters(url));
  for (std::string_view scheme : {"http://", "https://"}) {
    if (StartsWithIgnoringCase(url, scheme)) return CheckAuthority(url.substr(scheme.size()));
  }
  if (url.empty() || std::string_view("/?#").find(url.front()) == std::string_view::npos) {
    return InvalidArgument("must begin with http:// or https:// or, when it is relative, with '/', '?' or '#'");
  }
  if (url.substr(0, 2) == "//") return InvalidArgument("begins with //, which names a host without a scheme");
  return absl::OkStatus();
}

absl::Status CheckUserData(const Value& data) {
  if (!DeeperThan(data, limits::kMaxValueDepth)) return absl::OkStatus();
  return InvalidArgument("is nested deeper than ", limits::kMaxValueDepth, " levels");
}

std::vector<std::string_view> CapturesInText(std::string_view text) {
  std::vector<std::string_view> used;
  for (const Piece& piece : Pieces(text)) {
    if (piece.is_capture) used.push_back(piece.text);
  }
  return used;
}

std::vector<std::string_view> CapturesInData(const Value& data) {
  std::vector<std::string_view> used;
  AddCaptures(data, &used);
  return used;
}

std::string FillRedirectUrl(std::string_view url, const Captures& captures) {
  std::string out;
  for (const Piece& piece : Pieces(url)) {
    if (piece.is_capture) {
      AppendPercentEncoded(ValueOf(piece.text, captures), &out);
    } else {
      out += piece.text;
    }
  }
  return out;
}

std::string FillText(std::string_view text, const Captures& captures) {
  std::string out;
  for (const Piece& piece : Pieces(text)) out += piece.is_capture ? ValueOf(piece.text, captures) : piece.text;
  return out;
}

Value FillUserData(const Value& data, const Captures& captures) {
  if (const std::string* text = data.string()) return FillText(*text, captures);
  if (const Value::Array* array = data.array()) {
    Value::Array out;
    for (const Value& value : *array) out.push_back(FillUserData(value, captures));
    return out;
  }
  if (const Value::Object* object = data.object()) {
    Value::Object out;
    for (const Attribute& member : *object) out.push_back({member.name, FillUserData(member.value, captures)});
    return out;
  }
  return data;
}

}  // namespace signpost::rules
