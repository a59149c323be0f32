// Address: a web address that visitors' phones open: https, a host, a path, and nothing else. The rest of what a URL
// may have (a name before '@', a port, a parameter, letters of other alphabets, punycode) can lead somewhere that a
// reader does not see, so no Address has it. All code that reads an address reads it here: the check, the office's
// tools, the kiosk that takes content from a stick, and every start. Pure.
#pragma once
#include "base/result.h"

#include <compare>
#include <string>
#include <string_view>

namespace kiosk::content {

class Address {
public:
    // The Error says what is wrong and what to write instead; its `where` is empty, for the caller to fill.
    static Result<Address> read(std::string_view text);

    std::string const& host() const { return host_; } // "www.fedpol.admin.ch": small letters, digits, '-' and '.'
    std::string const& path() const { return path_; } // "" or "/…"
    std::string text() const { return "https://" + host_ + path_; }
    auto operator<=>(Address const&) const = default;

private:
    Address(std::string_view host, std::string_view path) : host_(host), path_(path) {}
    std::string host_, path_;
};

// RFC 1035, 2.3.4: of a host's name, and of each part between its dots.
constexpr std::size_t kLongestHost = 253;
constexpr std::size_t kLongestLabel = 63;
// The longest shipped one has 37 characters. The QR code of a much longer one has modules too small to scan from afar.
constexpr std::size_t kLongestAddress = 150;
// Characters that a QR code of 37 modules holds at level Q (ISO/IEC 18004, version 5).
constexpr std::size_t kMostForAFarCode = 60;

// What is wrong with a host, as the rest of a sentence ("has no host, …"); "" if an Address may have it.
std::string fault_of_host(std::string_view host);

// Whether a host is a URL shortener ("bit.ly") or below one: its target can change at any time.
bool is_shortener(std::string_view host);

// Whether an address is one that a mail program or a social network has wrapped around another ("l.facebook.com").
bool is_detour(std::string_view address);

// ITU-T E.164: fifteen digits at most; two at least, as France's 15.
constexpr std::size_t kFewestTelephoneDigits = 2, kMostTelephoneDigits = 15;
// A number that is dialled as it stands: digits in groups with one blank between, a '+' before them where it has one.
bool is_telephone(std::string_view text);

} // namespace kiosk::content
