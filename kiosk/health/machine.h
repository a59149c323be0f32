// Health of what stands around the program: how the machine starts, and where the configuration lets things come from
// and go to. For kiosk --check; the running kiosk sees neither from behind its fence. program/doctor_machine.h gathers
// the facts; pure. Owner: whoever asked.
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace kiosk::health {

struct HealthLine;

enum class BootMenu { guarded, open, not_grub };
enum class SecureBoot { on, off, not_there };

struct BootFacts {
    BootMenu menu = BootMenu::open;
    SecureBoot secure_boot = SecureBoot::not_there;
    int restart_after_panic = 0; // [s]; 0: a kernel that has failed stands still
    std::string lockdown;        // "integrity"; "none"; "" where the kernel does not say
    bool deaf_keyboards = false; // those plugged in by USB
};

// A public key that the configuration names.
struct KeyFact {
    std::string text;     // the whole of it, "RW…" or "age1…": a part of it somebody could make alike
    bool shipped = false; // it came with the program
};

struct SourceFacts {
    std::vector<KeyFact> update_keys; // whose content is taken from a stick
    std::optional<KeyFact> sealed_for;
    std::string content;              // a folder that did not come with the program; "" for the program's own
    std::string content_fingerprint;  // the first 16 digits of what is in it
    std::vector<std::string> folders; // that a kiosk usually has not: "figures: /mnt/x"
};

std::vector<HealthLine> judge_boot(BootFacts const& facts);
std::vector<HealthLine> judge_sources(SourceFacts const& facts);

} // namespace kiosk::health
