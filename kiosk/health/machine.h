// Health of the machine around the program: how it boots, and where the configuration lets content come from and
// figures go to. For `kiosk --check` only: the sandbox of the running kiosk hides both. program/doctor/doctor_machine.h
// gathers the facts. Pure.
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
    int restart_after_panic = 0; // [s]; 0: the machine hangs after a kernel panic
    std::string lockdown;        // of the kernel: "none", "integrity", "confidentiality"; "" where it does not say
    bool usb_keyboards_ignored = false; // whether keyboards plugged in by USB are ignored
};

// A public key that the configuration names.
struct KeyFact {
    std::string text;     // the whole key, "RW…" or "age1…": somebody could make one that shares a part of it
    bool shipped = false; // it came with the program
};

struct SourceFacts {
    std::vector<KeyFact> update_keys; // whose content is taken from a stick
    std::optional<KeyFact> sealed_for;
    std::string content;              // the content folder, if it did not come with the program; else ""
    std::string content_fingerprint;  // the first 16 digits of what is in it
    std::vector<std::string> folders; // that differ from those of an installed kiosk: "figures: /mnt/x"
};

std::vector<HealthLine> judge_boot(BootFacts const& facts);
std::vector<HealthLine> judge_sources(SourceFacts const& facts);

} // namespace kiosk::health
