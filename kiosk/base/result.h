// Result<T>: a value, or an Error that a person can act on. Every function that can fail returns one; nothing in the
// kiosk throws across a room's border. Named after std::expected (absent in GCC 12's C++20), so that it can be swapped.
// Owner: whoever holds it; it owns its value or its error.
#pragma once
#include <cassert>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace kiosk {

// What kind of fault it is, for code that must choose what to do or what to say. The words of an Error are for people,
// and nothing searches them.
// foreign: of a form that is not read, as a stick of another file system.
enum class ErrorKind { other, no_space, read_only, missing, denied, damaged, foreign };

// "no_space" and so on, as a part of a key of words.
std::string_view name(ErrorKind kind);

// Of an errno.
ErrorKind kind_of_system_error(int code);

// What went wrong: the place first (a file, a folder, a device), then the fault, then what to do about it.
struct Error {
    std::string where;
    std::string message;
    std::string advice;
    ErrorKind kind = ErrorKind::other;

    // One line: "where: message (advice)", made plain (plain.h).
    std::string line() const;
    bool operator==(Error const&) const = default;
};

struct Unit {
    bool operator==(Unit const&) const = default;
};

template <typename T = Unit>
class [[nodiscard]] Result {
public:
    Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() &
    {
        assert(ok());
        return *std::get_if<0>(&content_);
    }
    // By value from a temporary, so that a loop over it never holds what is gone.
    T value() &&
    {
        assert(ok());
        return std::move(*std::get_if<0>(&content_));
    }
    T const& value() const&
    {
        assert(ok());
        return *std::get_if<0>(&content_);
    }
    T take()
    {
        assert(ok());
        return std::move(*std::get_if<0>(&content_));
    }
    Error const& error() const
    {
        assert(!ok());
        return *std::get_if<1>(&content_);
    }

private:
    std::variant<T, Error> content_;
};

inline Result<> success() { return Unit{}; }

} // namespace kiosk

// The one macro of the house: returns the error of `expression` from the enclosing function, or yields nothing.
#define KIOSK_TRY(expression)                                                                                          \
    do {                                                                                                               \
        if (auto kiosk_try_result = (expression); !kiosk_try_result) return kiosk_try_result.error();                  \
    } while (false)
