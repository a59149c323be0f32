// An address of reporting as visitors' phones will open it: https, a host, a path, and nothing beside them. Whatever
// else the web allows in an address leads somewhere that a reader does not see: a name before an '@', a port, a
// parameter, letters of another alphabet, a host written in code. So there is no such Address. Whoever reads an address
// reads it here: the check, signing, showing and taking a pack, and every start of the kiosk. Pure.
#pragma once
#include "base/result.h"

#include <compare>
#include <string>
#include <string_view>

namespace kiosk::content {

class Address {
public:
    // An Error says what is wrong and a way out; its place is the caller's.
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
// The longest of the shipped ones has 37 characters; a code of many more has modules too small for a distance.
constexpr std::size_t kLongestAddress = 150;
// What a code of 37 modules holds at level Q (ISO/IEC 18004, version 5).
constexpr std::size_t kMostForAFarCode = 60;

// "" where the text is a host as an Address has it; else what is wrong with it, as the rest of a sentence.
std::string fault_of_host(std::string_view host);

// Whether a host only leads on to another, which whoever runs it may change: "bit.ly", itself or below it.
bool is_shortener(std::string_view host);

// Whether an address with its scheme goes to a program of mail or a network first, which leads on to where it says.
bool is_detour(std::string_view address);

// ITU-T E.164: fifteen digits at most; two at least, as France's 15.
constexpr std::size_t kFewestTelephoneDigits = 2, kMostTelephoneDigits = 15;
// A number that is dialled as it stands: digits in groups with one blank between, a '+' before them where it has one.
bool is_telephone(std::string_view text);

} // namespace kiosk::content
