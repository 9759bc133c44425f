;; y[i, j] = sum over k of x[i, k] * w[j, k]; addresses and strides in bytes, `width` a multiple of four floats.
;; Four rows of x at a time, so that each row of w is read once for all four.
(module
  (memory (export "memory") 1)

  (func $total (param $v v128) (result f32)
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $v)) (f32x4.extract_lane 2 (local.get $v)))
      (f32.add (f32x4.extract_lane 1 (local.get $v)) (f32x4.extract_lane 3 (local.get $v)))))

  (func (export "multiply")
    (param $x i32) (param $stride i32) (param $count i32)
    (param $w i32) (param $rows i32) (param $width i32) (param $y i32)
    (local $line i32) (local $row i32) (local $end i32) (local $j i32) (local $out i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local $sa v128) (local $sb v128) (local $sc v128) (local $sd v128) (local $v v128)
    (local.set $line (i32.shl (local.get $rows) (i32.const 2)))

    (block $few
      (loop $four
        (br_if $few (i32.lt_s (local.get $count) (i32.const 4)))
        (local.set $row (local.get $w))
        (local.set $out (local.get $y))
        (local.set $j (local.get $rows))
        (loop $next
          (local.set $a (local.get $x))
          (local.set $b (i32.add (local.get $a) (local.get $stride)))
          (local.set $c (i32.add (local.get $b) (local.get $stride)))
          (local.set $d (i32.add (local.get $c) (local.get $stride)))
          (local.set $end (i32.add (local.get $row) (local.get $width)))
          (local.set $sa (v128.const f32x4 0 0 0 0))
          (local.set $sb (local.get $sa))
          (local.set $sc (local.get $sa))
          (local.set $sd (local.get $sa))
          (loop $sum
            (local.set $v (v128.load (local.get $row)))
            (local.set $sa (f32x4.add (local.get $sa) (f32x4.mul (local.get $v) (v128.load (local.get $a)))))
            (local.set $sb (f32x4.add (local.get $sb) (f32x4.mul (local.get $v) (v128.load (local.get $b)))))
            (local.set $sc (f32x4.add (local.get $sc) (f32x4.mul (local.get $v) (v128.load (local.get $c)))))
            (local.set $sd (f32x4.add (local.get $sd) (f32x4.mul (local.get $v) (v128.load (local.get $d)))))
            (local.set $row (i32.add (local.get $row) (i32.const 16)))
            (local.set $a (i32.add (local.get $a) (i32.const 16)))
            (local.set $b (i32.add (local.get $b) (i32.const 16)))
            (local.set $c (i32.add (local.get $c) (i32.const 16)))
            (local.set $d (i32.add (local.get $d) (i32.const 16)))
            (br_if $sum (i32.lt_u (local.get $row) (local.get $end))))
          (local.set $a (local.get $out))
          (f32.store (local.get $a) (call $total (local.get $sa)))
          (local.set $a (i32.add (local.get $a) (local.get $line)))
          (f32.store (local.get $a) (call $total (local.get $sb)))
          (local.set $a (i32.add (local.get $a) (local.get $line)))
          (f32.store (local.get $a) (call $total (local.get $sc)))
          (local.set $a (i32.add (local.get $a) (local.get $line)))
          (f32.store (local.get $a) (call $total (local.get $sd)))
          (local.set $out (i32.add (local.get $out) (i32.const 4)))
          (br_if $next (local.tee $j (i32.sub (local.get $j) (i32.const 1)))))
        (local.set $x (i32.add (local.get $x) (i32.shl (local.get $stride) (i32.const 2))))
        (local.set $y (i32.add (local.get $y) (i32.shl (local.get $line) (i32.const 2))))
        (local.set $count (i32.sub (local.get $count) (i32.const 4)))
        (br $four)))

    (block $none
      (loop $one
        (br_if $none (i32.eqz (local.get $count)))
        (local.set $row (local.get $w))
        (local.set $out (local.get $y))
        (local.set $j (local.get $rows))
        (loop $next
          (local.set $a (local.get $x))
          (local.set $end (i32.add (local.get $row) (local.get $width)))
          (local.set $sa (v128.const f32x4 0 0 0 0))
          (loop $sum
            (local.set $sa
              (f32x4.add (local.get $sa) (f32x4.mul (v128.load (local.get $row)) (v128.load (local.get $a)))))
            (local.set $row (i32.add (local.get $row) (i32.const 16)))
            (local.set $a (i32.add (local.get $a) (i32.const 16)))
            (br_if $sum (i32.lt_u (local.get $row) (local.get $end))))
          (f32.store (local.get $out) (call $total (local.get $sa)))
          (local.set $out (i32.add (local.get $out) (i32.const 4)))
          (br_if $next (local.tee $j (i32.sub (local.get $j) (i32.const 1)))))
        (local.set $x (i32.add (local.get $x) (local.get $stride)))
        (local.set $y (i32.add (local.get $y) (local.get $line)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $one)))))
